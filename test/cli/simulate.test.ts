import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { theoria, words } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);
const ask = (line: string, terminal = {}) => theoria(words(line), terminal);
const small = "simulate relu --batch 4 --width 40 --depth 10 --seed 7";
const linesOf = (file: string) => readFileSync(file, "utf8").trimEnd().split("\n");

test("theory stands beside simulation, with standard errors", async () => {
  const { out, code } = await ask("simulate tanh --batch 8 --width 300 --depth 30 --samples 60 --seed 1 --json");
  expect(code).toBe(0);
  const { theory, simulation, z } = JSON.parse(out);
  expect(theory.rate).toBeCloseTo(1.358548125411, 11);
  expect(theory.logGrowth.value).toBeCloseTo(Math.log(theory.rate), 12);
  expect(simulation.samples).toBe(60);
  expect(simulation.backend).toBe("wasm");
  const { meanLog, logMean } = simulation;
  expect(z).toBeCloseTo((meanLog.value - theory.logGrowth.value) / meanLog.standardError, 6);
  // P(|z| > 5) = 6e-7 for the law of infinite width; the seed is fixed
  expect(Math.abs(z)).toBeLessThan(5);
  expect(meanLog.standardError).toBeLessThan(0.003);
  expect(meanLog.value).toBeLessThanOrEqual(logMean.value);
});

test("covariances and backward eigenvalues are compared with --spectrum, two batches with each other", async () => {
  const { out } = await ask("simulate relu --batch 5 --batches 2 --width 300 --depth 12 --samples 30 --spectrum --csv");
  const rows = out
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(","));
  const quantities = rows.map((row) => row[1]);
  expect(quantities).toContain('"q c');
  for (const name of ["backward eigenvalue on G", "backward eigenvalue on M", "covariance between batches"]) {
    expect(quantities).toContain(name);
  }
});

test("several widths are extrapolated to infinity", async () => {
  const { out } = await ask("simulate tanh --batch 4 --width 60,120 --depth 20 --samples 40 --json");
  const { widths, extrapolation, simulation, z, theory } = JSON.parse(out);
  expect(widths.map(({ width }: { width: number }) => width)).toEqual([60, 120]);
  expect(simulation).toEqual(widths[1]);
  expect(extrapolation.value).not.toBe(simulation.meanLog.value);
  expect(z).toBeCloseTo((extrapolation.value - theory.logGrowth.value) / extrapolation.standardError, 6);
});

test("residual networks follow the polynomial law, uncentred ones have no theory", async () => {
  const residual = JSON.parse((await ask("simulate relu --width 200 --depth 40 --samples 40 --residual --json")).out);
  expect(Math.abs(residual.z)).toBeLessThan(5);
  expect(residual.theory.logGrowth.value).toBeLessThan(0.15);
  const uncentred = await ask("simulate x --width 100 --samples 4 --uncentred --json");
  const { theory, z, notes } = JSON.parse(uncentred.out);
  expect([theory.logGrowth, z]).toEqual([null, null]);
  expect(notes.join(" ")).toContain("does not centre");
});

test("a batch of 2 has no gradient, one network no standard error", async () => {
  const two = JSON.parse((await ask("simulate relu --batch 2 --width 30 --depth 5 --samples 3 --json")).out);
  expect([two.simulation.meanLog, two.z, two.theory.rate]).toEqual([null, null, 0]);
  expect(two.notes.join(" ")).toContain("The gradient vanishes");
  const one = JSON.parse((await ask("simulate relu --batch 5 --width 30 --depth 5 --samples 1 --json")).out);
  expect([one.simulation.meanLog.standardError, one.z]).toEqual(["Infinity", null]);
});

test("a network that breaks down is counted and left out, and ends nothing", async () => {
  const line = "simulate abs --batch 4 --width 8 --depth 4 --samples 3275 --shard 3275/3275 --seed 1270 --json";
  const alone = JSON.parse((await ask(line)).out);
  expect([alone.simulation.samples, alone.simulation.meanLog]).toEqual([1, null]);
  expect(alone.notes.join(" ")).toContain("1 network is left out: a batch became one point there");
});

describe("a run on disk", () => {
  const drawn = (text: string) => JSON.parse(text).simulation;
  const withoutTime = ({ millisecondsPerSample, ...rest }: Record<string, unknown>) => rest;

  test("holds a header and a line a network, and is not overwritten", async () => {
    const file = path("a.jsonl");
    expect((await ask(`${small} --samples 5 --out ${file}`)).code).toBe(0);
    const [header, ...samples] = linesOf(file).map((line) => JSON.parse(line));
    expect(header).toMatchObject({
      theoria: "simulation",
      seed: 7,
      backend: "wasm",
      network: { activation: "relu", width: 40 },
    });
    expect(samples.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    const again = await ask(`${small} --samples 5 --out ${file}`);
    expect(again.code).toBe(2);
    expect(again.err).toContain("the file exists. Add --resume");
  });

  test("a run that was killed in the middle of a line loses nothing finished and draws nothing twice", async () => {
    const [whole, torn] = [path("whole.jsonl"), path("torn.jsonl")];
    const expected = await ask(`${small} --samples 12 --out ${whole} --json`);
    await ask(`${small} --samples 7 --out ${torn}`);
    const text = readFileSync(torn, "utf8");
    writeFileSync(torn, text.slice(0, -40));
    const resumed = await ask(`${small} --samples 12 --out ${torn} --resume --json`);
    expect(withoutTime(drawn(resumed.out))).toEqual(withoutTime(drawn(expected.out)));
    expect(linesOf(torn).sort()).toEqual(linesOf(whole).sort());
  });

  test("shards are the run they are cut from", async () => {
    const whole = path("run.jsonl");
    await ask(`${small} --samples 7 --out ${whole}`);
    const shards = [];
    for (const shard of ["1/3", "2/3", "3/3"]) {
      const file = path(`shard-${shard[0]}.jsonl`);
      expect((await ask(`${small} --samples 7 --shard ${shard} --out ${file}`)).code).toBe(0);
      shards.push(...linesOf(file).slice(1));
    }
    expect(shards.sort()).toEqual(linesOf(whole).slice(1).sort());
  });

  test("what somebody else wrote is never overwritten, with or without a line break", async () => {
    const file = path("theirs.txt");
    for (const text of ["hello", "hello\n", "{}\n"]) {
      writeFileSync(file, text);
      for (const flag of ["", " --resume"]) {
        expect((await ask(`${small} --samples 3 --out ${file}${flag}`)).code).toBe(2);
        expect(readFileSync(file, "utf8")).toBe(text);
      }
    }
  });

  test("a first line that was torn, blank lines and other line ends are no obstacle; fewer samples than there are can be asked for", async () => {
    const file = path("d.jsonl");
    await ask(`${small} --samples 3 --out ${file}`);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `${text.replaceAll("\n", "\r\n")}\n`);
    const resumed = await ask(`${small} --samples 2 --out ${file} --resume --json`);
    expect([resumed.err, drawn(resumed.out).samples]).toEqual(["", 2]);
    writeFileSync(file, text.slice(0, 50));
    expect((await ask(`${small} --samples 3 --out ${file}`)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  test("only the same run can be resumed, and a broken line is named", async () => {
    const file = path("b.jsonl");
    await ask(`${small} --samples 3 --out ${file}`);
    const other = await ask(`${small} --samples 3 --beta 0.5 --out ${file} --resume`);
    expect(other.code).toBe(2);
    expect(other.err).toContain("another run, as its first line says");
    const [header, first] = linesOf(file);
    writeFileSync(file, `${header}\n{"index":0}\n${first}\n`);
    expect((await ask(`${small} --samples 3 --out ${file} --resume`)).err).toContain(
      "line 2: not a network of this run",
    );
  });

  test("Ctrl-C keeps what is finished, on the screen and on disk", async () => {
    const file = path("c.jsonl");
    let asked = 0;
    const interrupted = () => ++asked >= 4;
    const { out, err, code } = await ask(`${small} --samples 50 --out ${file}`, { interrupted });
    expect(code).toBe(130);
    expect(err).toBe("stopped: 4 of 50 results are finished\n");
    expect(out).toContain("4 networks");
    expect(linesOf(file)).toHaveLength(5);
    const resumed = await ask(`${small} --samples 6 --out ${file} --resume --json`);
    expect(drawn(resumed.out).samples).toBe(6);
  });
});

test("the drawn weights of the naive sampler give the same growth", async () => {
  const { out } = await ask("simulate relu --batch 4 --width 60 --depth 12 --samples 60 --sampler naive --json");
  const exact = await ask("simulate relu --batch 4 --width 60 --depth 12 --samples 60 --json");
  const [naive, ours] = [out, exact.out].map((text) => JSON.parse(text).simulation.meanLog);
  const spread = Math.hypot(naive.standardError, ours.standardError);
  expect(Math.abs(naive.value - ours.value)).toBeLessThan(5 * spread);
});

test.each([
  ["simulate relu --samples 0", "--samples 0: expected an integer from 1 to 10000000."],
  ["simulate relu --width 0", "--width 0: expected an integer from 1 to 1000000."],
  ["simulate relu --batch 1", "--batch 1: expected an integer from 2 to 4096."],
  ["simulate relu --depth 0.5", "--depth 0.5: expected an integer from 1 to 10000."],
  ["simulate relu --shard 4/3", "--shard 4/3: expected i/n with whole numbers, 1 <= i <= n < 1000000."],
  ["simulate relu --resume", "--resume continues a file: name it with --out."],
  ["simulate relu --width 50,100 --out x.jsonl", "--out holds the run of one width"],
  ["simulate relu --out /nowhere/x.jsonl", "--out /nowhere/x.jsonl: there is no such file or folder. Choose a file"],
  ["simulate relu --out /dev/null", "--out /dev/null: not a regular file."],
  ["simulate relu --out /", "--out /: not a regular file."],
  ["simulate relu --resume --out package.json", "--out package.json: not a run of theoria simulate."],
  ["simulate relu --out package.json", "--out package.json: the file exists."],
  ["simulate relu --backend tfjs-node", "the backend tfjs-node is not available"],
  ["simulate 3 --samples 2", "becomes one point"],
])("%s is refused in words", async (line, message) => {
  const { err, out, code } = await ask(line);
  expect(err).toContain(message);
  expect([out, code]).toEqual(["", 2]);
});
