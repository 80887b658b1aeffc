/** docs/cli.md is the help of every command, and what the help shows works. `npx vitest run test/cli/docs.test.ts -u` writes it anew. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { answerExplore } from "../../src/cli/answers/explore.js";
import { createProgram } from "../../src/cli/program.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { type Ran, theoria, words } from "./support.js";

const folder = mkdtempSync(join(tmpdir(), "theoria-"));
afterAll(() => rmSync(folder, { recursive: true }));

const unused = () => {
  throw new Error("not called");
};
const terminal = { write: unused, warn: unused } as never;
const commands = createProgram({ terminal, finish: unused }).commands.map((command) => command.name());

test("docs/cli.md is the help of every command", async () => {
  let text = "# Command line\n\nThe help of `theoria` and of each command, as it prints it.\n";
  for (const argv of [["--help"], ...commands.map((command) => [command, "--help"])]) {
    const { out, code } = await theoria(argv);
    expect(code).toBe(0);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    text += `\n## theoria ${argv.slice(0, -1).join(" ")}`.trimEnd();
    text += `\n\n\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`;
  }
  await expect(text).toMatchFileSnapshot("../../docs/cli.md");
});

/** `explore` serves until it is stopped, and the built page is no part of the source: it gets a page, and is stopped at once. */
async function served(line: string): Promise<Ran> {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
  const [, option, port] = words(line);
  expect([undefined, "--port"]).toContain(option);
  let out = "";
  const write = (text: string) => {
    out += text;
  };
  const stopped = { write, stopSignal: AbortSignal.abort() } as unknown as Terminal;
  const code = await answerExplore({ folder, ...(port !== undefined && { port }) }, stopped);
  expect(out).toContain("http://127.0.0.1:");
  return { out, err: "", code };
}

test.each(commands)(
  "every example in the help of %s works",
  async (command) => {
    const { out } = await theoria([command, "--help"]);
    const examples = [...out.matchAll(/^ {2}theoria (.*)$/gm)].map(([, line]) => line!);
    expect(examples.length).toBeGreaterThan(1);
    for (const line of examples) {
      const given = words(line).map((word) =>
        ["run.jsonl", "report.html"].includes(word) ? join(folder, word) : word,
      );
      const { code, err } = command === "explore" ? await served(line) : await theoria(given);
      expect([line, code, err]).toEqual([line, 0, ""]);
    }
  },
  120_000,
);
