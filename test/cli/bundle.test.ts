import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { version } from "../../src/cli/version.js";

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const built = existsSync(bundle);
const node = (...argv: string[]) => spawnSync(process.execPath, [bundle, ...argv], { encoding: "utf8" });

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

test.skipIf(!built || process.platform === "win32")("a reader that closes the pipe early is no error", () => {
  const command = `"${process.execPath}" "${bundle}" rate relu --batch 4..9000 --csv | head -n 1`;
  const out = execFileSync("bash", ["-c", `set -o pipefail; ${command} 2>&1`], { encoding: "utf8" });
  expect(out).toMatch(/^activation,batch/);
});
