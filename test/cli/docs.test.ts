/** docs/cli.md is the help of every command, and what the help shows works. `npx vitest run test/cli/docs.test.ts -u` writes it anew. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.js";
import { theoria, words } from "./support.js";

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

test.each(commands)(
  "every example in the help of %s works",
  async (command) => {
    const { out } = await theoria([command, "--help"]);
    const examples = [...out.matchAll(/^ {2}theoria (.*)$/gm)].map(([, line]) => line!);
    expect(examples.length).toBeGreaterThan(1);
    for (const line of examples) {
      const { code, err } = await theoria(
        words(line).map((word) => (["run.jsonl", "report.html"].includes(word) ? join(folder, word) : word)),
      );
      expect([line, code, err]).toEqual([line, 0, ""]);
    }
  },
  120_000,
);
