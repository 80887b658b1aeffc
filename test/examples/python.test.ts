/** examples/python/rates.py: its numbers are the library's, and its picture is written where matplotlib is. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { batchNorm } from "../../src/index.js";

const root = resolve(import.meta.dirname, "../..");
const cli = join(root, "dist/cli.js");
const works = (python: string, code: string) => spawnSync(python, ["-c", code]).status === 0;
const pythons = ["python3", "/usr/bin/python3"].filter((python) =>
  works(python, "import sys; assert sys.version_info >= (3, 9)"),
);
const drawing = pythons.find((python) => works(python, "import matplotlib"));
const absence = !existsSync(cli) ? "not built" : pythons.length === 0 ? "no Python 3.9 here" : null;

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

function ran(python: string, ...argv: string[]) {
  const all = [join(root, "examples/python/rates.py"), ...argv];
  const { stdout, stderr, status } = spawnSync(python, all, { encoding: "utf8", cwd: folder });
  return { stdout, stderr, status };
}

const theoria = `"${process.execPath}" "${cli}"`;

describe.skipIf(absence !== null)(`the example in Python${absence === null ? "" : ` (skipped: ${absence})`}`, () => {
  it("prints the rates of the library, and networks that agree with them", () => {
    const { stdout, stderr, status } = ran(pythons[0]!, "--no-plot", "--theoria", theoria);
    expect([status, stderr]).toEqual([0, ""]);
    const rows = stdout.trim().split("\n");
    expect(rows.length).toBe(3 * 10 + 4);
    for (const [, activation, batch, rate] of stdout.matchAll(/^(?!simulated)(\w+) +(\d+|inf) (\d\S+)/gm)) {
      const size = batch === "inf" ? Infinity : Number(batch);
      expect(Number(rate), `${activation} at ${batch}`).toBeCloseTo(
        batchNorm({ activation: activation!, batch: size }).rate.value,
        8,
      );
    }
    const scores = [...stdout.matchAll(/z = (\S+)$/gm)].map(([, z]) => Math.abs(Number(z)));
    expect(scores.length).toBe(4);
    expect(Math.max(...scores)).toBeLessThan(4);
  });

  it("hands on what theoria says where it refuses", () => {
    const { status, stderr } = ran(pythons[0]!, "--no-plot", "--theoria", `${theoria} --frobnicate`);
    expect(status).toBe(1);
    expect(stderr).toContain("unknown option '--frobnicate'");
  });

  it.skipIf(drawing === undefined)(
    `draws a picture${drawing === undefined ? " (skipped: no matplotlib here)" : ""}`,
    () => {
      const out = join(folder, "rates.png");
      const { status, stderr } = ran(drawing!, "--theoria", theoria, "--out", out);
      expect([status, stderr]).toEqual([0, ""]);
      // a PNG of 1500 x 630 pixels
      const bytes = readFileSync(out);
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1500, 630]);
    },
  );
});
