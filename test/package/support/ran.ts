import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** A program that must end well: what it wrote to its standard output. */
export function ran(cwd: string, program: string, ...argv: string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, argv, {
    encoding: "utf8",
    cwd,
    maxBuffer: 2 ** 28,
    // npx and vitest leave settings that npm reads
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS|VITEST)/i.test(name))),
  });
  expect([error, status], `${program} ${argv.join(" ")}: ${stdout}${stderr}`).toEqual([undefined, 0]);
  return stdout;
}
