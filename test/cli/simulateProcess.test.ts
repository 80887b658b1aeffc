/** The built command as a process that is killed and interrupted. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const options = ["--batch", "6", "--width", "400", "--depth", "30", "--seed", "11", "--samples", "120"];
const argumentsFor = (file: string, threads: number) => [
  ...[bundle, "simulate", "tanh", ...options],
  ...["--threads", String(threads), "--out", file],
];
const linesOf = (file: string) => (existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : []);

/** Starts a run and sends the signal once some networks are on disk; resolves with the exit code and what was printed. */
function struck(file: string, signal: NodeJS.Signals, threads: number): Promise<{ code: number | null; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argumentsFor(file, threads));
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    const watch = setInterval(() => {
      if (linesOf(file).length <= 8) return;
      clearInterval(watch);
      child.kill(signal);
    }, 2);
    child.on("close", (code) => {
      clearInterval(watch);
      resolve({ code, err });
    });
  });
}

const finish = (file: string, threads: number) =>
  spawnSync(process.execPath, [...argumentsFor(file, threads), "--resume", "--json"], { encoding: "utf8" });

const growth = (json: string) => JSON.parse(json).simulation.meanLog;

// `npm ci` builds; without a build there is no process to strike
describe.skipIf(!existsSync(bundle))("a run in worker threads", () => {
  test("that is killed and resumed, with other threads, is the run that nobody touched", async () => {
    const [whole, cut] = [join(folder, "whole.jsonl"), join(folder, "cut.jsonl")];
    const untouched = finish(whole, 2);
    expect(untouched.status).toBe(0);
    await struck(cut, "SIGKILL", 2);
    const before = linesOf(cut).length;
    expect(before).toBeGreaterThan(8);
    expect(before).toBeLessThan(121);
    const resumed = finish(cut, 1);
    expect(resumed.status).toBe(0);
    expect(linesOf(cut).sort()).toEqual(linesOf(whole).sort());
    expect(growth(resumed.stdout)).toEqual(growth(untouched.stdout));
  }, 60_000);

  test("that is interrupted reports what is finished and exits with 130", async () => {
    const file = join(folder, "interrupted.jsonl");
    const { code, err } = await struck(file, "SIGINT", 2);
    expect(code).toBe(130);
    const finished = linesOf(file).length - 1;
    expect(err).toBe(`stopped: ${finished} of 120 results are finished\n`);
  }, 60_000);

  test.each(["exact", "naive"])(
    "is stopped in the middle of a network that takes long, %s",
    async (sampler) => {
      const size = ["--batch", "200", "--width", "1500", "--depth", "50", "--samples", "9", "--threads", "1"];
      const child = spawn(process.execPath, [bundle, "simulate", "relu", ...size, "--sampler", sampler]);
      let err = "";
      child.stderr.on("data", (data) => {
        err += data;
      });
      setTimeout(() => child.kill("SIGINT"), 1500);
      const code = await new Promise((resolve) => child.on("close", resolve));
      expect([code, err]).toEqual([130, "stopped: 0 of 9 results are finished\n"]);
    },
    60_000,
  );
});
