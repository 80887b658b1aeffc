/** The built command as a process that is killed and interrupted. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const built = existsSync(fileURLToPath(new URL("../../dist/experimentWorker.js", import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const argumentsFor = (out: string) => [
  ...[bundle, "experiment", "figure-8", "--quick", "--seeds", "6", "--threads", "2"],
  ...["--out", out],
];
const linesOf = (out: string) => {
  const file = join(out, "alignment-figure-8-quick.jsonl");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
};

/** Starts a run and sends the signal once two jobs are on disk. */
function struck(out: string, signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argumentsFor(out));
    let err = "";
    child.stderr.on("data", (data) => {
      err += data;
    });
    const watch = setInterval(() => {
      if (linesOf(out).length <= 2) return;
      clearInterval(watch);
      child.kill(signal);
    }, 2);
    child.on("close", (code) => {
      clearInterval(watch);
      resolve({ code, err });
    });
  });
}

const finish = (out: string) => spawnSync(process.execPath, [...argumentsFor(out), "--json"], { encoding: "utf8" });
const found = (json: string) => ({ ...JSON.parse(json), files: [] });

// `npm ci` builds; without a build there is no process to strike
describe.skipIf(!built)("an experiment in worker threads", () => {
  test("that is killed and called again finds what nobody touched", async () => {
    const [whole, cut] = [join(folder, "whole"), join(folder, "cut")];
    const untouched = finish(whole);
    expect([untouched.status, untouched.stderr]).toEqual([0, ""]);
    await struck(cut, "SIGKILL");
    const before = linesOf(cut).length;
    expect(before).toBeGreaterThan(2);
    expect(before).toBeLessThan(7);
    const resumed = finish(cut);
    expect(resumed.status).toBe(0);
    expect(linesOf(cut).sort()).toEqual(linesOf(whole).sort());
    expect(found(resumed.stdout)).toEqual(found(untouched.stdout));
  }, 60_000);

  test("that is interrupted reports what is finished and exits with 130", async () => {
    const out = join(folder, "interrupted");
    const { code, err } = await struck(out, "SIGINT");
    const finished = linesOf(out).length - 1;
    expect([code, err]).toEqual([130, `stopped: ${finished} of 6 jobs are finished\n`]);
  }, 60_000);
});
