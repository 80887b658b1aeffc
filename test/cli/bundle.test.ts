import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { version } from "../../src/cli/version.js";

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const built = existsSync(bundle);
const node = (...argv: string[]) => spawnSync(process.execPath, [bundle, ...argv], { encoding: "utf8" });

/** The files that a bundle loads before it does anything. */
function imported(file: string): readonly string[] {
  const names = [...readFileSync(file, "utf8").matchAll(/\b(?:from|import)\s?"(\.[^"]+)"/g)].map(([, name]) => name!);
  return names.flatMap((name) => {
    const path = join(dirname(file), name);
    return [path, ...imported(path)];
  });
}

test("the version is that of package.json", () => {
  const { version: packaged } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(version).toBe(packaged);
});

// `npm ci` builds; without a build there is no bundle to try
test.skipIf(!built)("the bundle answers, refuses and keeps its exit codes", () => {
  const fine = node("rate", "tanh", "--batch", "64");
  expect(fine.stdout).toContain("1.192264334");
  expect([fine.status, fine.stderr]).toEqual([0, ""]);
  expect(node("--version").stdout).toBe(`${version}\n`);
  const bad = node("rate", "thanh");
  expect([bad.status, bad.stdout]).toEqual([2, ""]);
  expect(bad.stderr).toContain("Did you mean tanh?");
  expect(readFileSync(bundle, "utf8").startsWith("#!/usr/bin/env node\n")).toBe(true);
});

test.skipIf(!built)("the symbolic machinery is a file of its own, loaded by the commands that need it", () => {
  expect(node("derive", "rate", "x^2", "--quiet").stdout).toBe("2*(B - 1)/(B - 3)\n");
  expect(node("algebra", "0.5 + 1/2").stdout).toBe("1\n");
  const start = [bundle, ...imported(bundle)].map((file) => readFileSync(file, "utf8")).join("\n");
  expect(start).toContain("trainable");
  expect(start).not.toContain("has no exact normal form");
});

test.skipIf(!built || process.platform === "win32")("a reader that closes the pipe early is no error", () => {
  const command = `"${process.execPath}" "${bundle}" rate relu --batch 4..9000 --csv | head -n 1`;
  const out = execFileSync("bash", ["-c", `set -o pipefail; ${command} 2>&1`], { encoding: "utf8" });
  expect(out).toMatch(/^activation,batch/);
});
