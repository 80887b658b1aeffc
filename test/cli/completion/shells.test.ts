/** The scripts in the shells themselves, with the command line of this source. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scripts, shells } from "../../../src/cli/completion/shells.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
const work = join(folder, "work");
const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder };

const present = (shell: string) => process.platform !== "win32" && spawnSync(shell, ["--version"]).status === 0;
const skipped = (shell: string) => (present(shell) ? "" : ` (skipped: no ${shell} here)`);

function ran(shell: string, ...argv: string[]): string[] {
  const { stdout, stderr, status } = spawnSync(shell, argv, { encoding: "utf8", env, cwd: work });
  expect([stderr, status]).toEqual(["", 0]);
  return stdout.split("\n").filter((line) => line !== "");
}

beforeAll(async () => {
  await build({
    entryPoints: ["src/cli/main.ts"],
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir: join(folder, "cli"),
    outExtension: { ".js": ".mjs" },
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  writeFileSync(
    join(folder, "theoria"),
    `#!/bin/sh\nexec "${process.execPath}" "${join(folder, "cli/main.mjs")}" "$@"\n`,
  );
  chmodSync(join(folder, "theoria"), 0o755);
  for (const shell of shells) writeFileSync(join(folder, `script.${shell}`), scripts[shell]);
  mkdirSync(join(work, "a folder"), { recursive: true });
  writeFileSync(join(work, "run of tanh.json"), "[]");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What each shell offers, without what it says about it. */
const offered: Readonly<Record<(typeof shells)[number], (...words: string[]) => string[]>> = {
  bash(...words) {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    return ran(
      "bash",
      "--norc",
      "-c",
      `. "$HOME/script.bash"
      complete -p theoria | grep -q -- '-F _theoria' || exit 3
      COMP_WORDS=(theoria ${quoted}); COMP_CWORD=${words.length}
      _theoria
      (( \${#COMPREPLY[@]} == 0 )) || printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  },
  zsh(...words) {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    // the functions that draw the list need a terminal: here they print what they are given
    return ran(
      "zsh",
      "-f",
      "-c",
      `autoload -Uz compinit && compinit -u -D
      . "$HOME/script.zsh"
      [[ \${_comps[theoria]} == _theoria ]] || exit 3
      _describe() { local one; for one in "\${(@P)2}"; do print -r -- "\${one%%:*}"; done }
      _files() { [[ $1 == -/ ]] && print -l -- *(/) || print -l -- * }
      words=(theoria ${quoted}); CURRENT=$#words
      _theoria`,
    );
  },
  fish(...words) {
    const line = `theoria ${words.join(" ")}`;
    const found = ran("fish", "--no-config", "-c", `source ~/script.fish; complete -C "${line}"`);
    return found.map((one) => one.split("\t")[0]!.replace(/\/$/, ""));
  },
};

describe.each(shells)("the script for %s", (shell) => {
  const complete = offered[shell];

  it.skipIf(!present(shell))(`completes commands, options, choices and names${skipped(shell)}`, () => {
    expect(complete("spec")).toEqual(["spectrum"]);
    expect(complete("rate", "tanh", "--conf")).toEqual(["--confirm"]);
    expect(complete("simulate", "tanh", "--sampler", "")).toEqual(["exact", "naive"]);
    expect(complete("rate", "gelu", "gel")).toEqual(["gelu", "gelu_tanh"]);
    expect(complete("show", "gating/theorem-1").length).toBeGreaterThan(0);
    expect(complete("rate", "--batch", "")).toEqual([]);
  });

  it.skipIf(!present(shell))(
    `leaves files and folders to the shell, with spaces in their names${skipped(shell)}`,
    () => {
      const plain = (names: string[]) => names.map((name) => name.replaceAll("\\", "")).sort();
      expect(plain(complete("call", ""))).toEqual(["a folder", "run of tanh.json"]);
      expect(plain(complete("experiment", "figure-8", "--out", ""))).toEqual(["a folder"]);
    },
  );
});

it.skipIf(!present("bash"))(`bash completes what stands after an equals sign${skipped("bash")}`, () => {
  expect(offered.bash("simulate", "--sampler", "=", "n")).toEqual(["naive"]);
  expect(offered.bash("simulate", "--sampler", "=")).toEqual(["exact", "naive"]);
});
