import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wellFormed } from "../support/wellFormed.js";
import { theoria } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "hessian-"));
afterAll(() => rmSync(folder, { recursive: true }));

const network = {
  W: [
    [
      [1, -1],
      [2, 1],
    ],
  ],
  alpha: [1, -1],
  X: [
    [1, 1.2],
    [1, -2.3],
    [-1, 3.1],
  ],
  y: [-1, 1, 1],
  loss: "hinge",
};
const file = join(folder, "network.json");
writeFileSync(file, JSON.stringify(network));

const input = (text: string) => ({
  input: async function* () {
    yield new TextEncoder().encode(text);
  },
});
const small = ["hessian", "--inputs", "3", "--hidden", "4,3", "--samples", "5"];

describe("theoria hessian", () => {
  it("reads a network from a file and from the standard input", async () => {
    const [read, piped] = [
      await theoria(["hessian", file, "--json"]),
      await theoria(["hessian", "-", "--json"], input(JSON.stringify(network))),
    ];
    expect([read.code, piped.code]).toEqual([0, 0]);
    const [a, b] = [JSON.parse(read.out), JSON.parse(piped.out)];
    expect({ ...a, network: "" }).toEqual({ ...b, network: "" });
    expect(a.facts).toMatchObject({ negative: 2, zero: 2, positive: 2, trace: 0, printedBound: 0 });
    expect(a.facts.operatorNorm).toBeCloseTo(0.5206833117271, 12);
  });

  it("draws one, a function of the seed; probes estimate the same spectrum", async () => {
    const out = async (...more: string[]) => JSON.parse((await theoria([...small, ...more, "--json"])).out);
    const [dense, again, other] = [await out(), await out("--seed", "1"), await out("--seed", "2")];
    expect(again).toEqual(dense);
    expect(other.risk).not.toBe(dense.risk);
    const probed = await out("--probes", "4", "--steps", "27");
    expect([dense.spectrum.method, probed.spectrum.method, probed.facts]).toEqual(["dense", "lanczos", null]);
    expect(probed.spectrum.greatest.value).toBeCloseTo(dense.spectrum.greatest.value, 10);
  });

  it("takes all eigenvalues up to 1000 parameters, and products with vectors beyond", async () => {
    const of = async (inputs: number) => {
      const line = ["hessian", "--inputs", `${inputs}`, "--hidden", "10,10", "--samples", "3", "--json"];
      const { out, code } = await theoria(line);
      const { parameters, facts, spectrum } = JSON.parse(out);
      return [code, parameters, facts === null, spectrum.method, spectrum.probes];
    };
    // 10 from the inputs and 10 x 10 + 10 behind: without biases
    expect(await of(89)).toEqual([0, 1000, false, "dense", 0]);
    expect(await of(90)).toEqual([0, 1010, true, "lanczos", 16]);
  });

  it("writes a picture that is well-formed, of finite numbers", async () => {
    const path = join(folder, "spectrum.svg");
    for (const how of [[], ["--lanczos", "--probes", "3"], ["--lanczos", "--probes", "1"]]) {
      const { out, code } = await theoria([...small, ...how, "--svg", path]);
      expect([code, out.includes(`wrote ${path}`)]).toEqual([0, true]);
      const svg = readFileSync(path, "utf8");
      wellFormed(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("keeps the probes that are finished when it is stopped, and says so", async () => {
    let time = 0;
    const slow = { now: () => (time += 1000), interrupted: () => time > 90_000 };
    const { out, err, code } = await theoria([...small, "--probes", "50"], slow);
    expect(code).toBe(130);
    expect(err).toMatch(/stopped: \d+ of 50 probes are finished/);
    expect(out).toMatch(/50 probes were asked for/);
  });

  it("says when nothing is finished", async () => {
    let time = 0;
    const slow = { now: () => (time += 1000), interrupted: () => true };
    const { out, err, code } = await theoria(["hessian", "--samples", "100"], slow);
    expect([out, err, code]).toEqual(["", "stopped: nothing is finished\n", 130]);
  });

  it.each([
    [["--bins", "0"], /--bins 0: expected a whole number from 1/],
    [["--seed", "x"], /--seed x: expected a whole number/],
    [["--hidden", "a"], /--hidden a: expected widths/],
    [["--hidden", "0"], /hidden\[0\] = 0/],
    [["--probes", "1.5"], /--probes 1\.5: expected a whole number/],
    [["--labels", "none"], /Allowed choices are random, teacher/],
    [["--activation", "step"], /activation = step .*continuous/],
    [[file, "--inputs", "3"], /--inputs is for random networks/],
    [[join(folder, "none.json")], /there is no such file/],
    [["--svg", join(folder, "no", "such.svg")], /--svg .*there is no such file or folder/],
  ])("%j is refused", async (line, message) => {
    const { err, out, code } = await theoria(["hessian", ...line]);
    expect([out, code]).toEqual(["", 2]);
    expect(err).toMatch(message);
  });

  it.each([
    ["[1, 2]", /expected a network .*not a list/],
    ['{"weights": []}', /"weights" is not known/],
    ["[1", /not JSON.*Expected a network/],
    ['{"W": [], "alpha": [1], "X": [[1]], "y": [1], "loss": "hinge", "activation": 3}', /"activation" must be a text/],
    ['{"W": [[[1, 2], [3]]], "alpha": [1], "X": [[1, 1]], "y": [1], "loss": "hinge"}', /W\[0\]\[1\]\.length = 1/],
  ])("the network %s is refused", async (text, message) => {
    const { err, code } = await theoria(["hessian", "-"], input(text));
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("leaves no picture behind where it fails", () => expect(existsSync(join(folder, "no"))).toBe(false));
});
