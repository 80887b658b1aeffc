/** What the documents show is what happens. `npx vitest run test/docs -u` writes the outputs anew. */
import { expect, test } from "vitest";
import { theoria, words } from "../cli/support.js";
import { documents, replayed, sessionsOf, textOf, withoutErrors } from "./support.js";

test.each(documents.filter((path) => sessionsOf(textOf(path)).length > 0))(
  "the sessions of %s print what it says",
  async (path) => {
    const document = textOf(path);
    const text = await replayed(document);
    if (withoutErrors(text) !== withoutErrors(document)) await expect(text).toMatchFileSnapshot(`../../${path}`);
  },
  60_000,
);

test("README and the guides have sessions", () => {
  for (const path of ["README.md", "docs/tutorial.md", "docs/simulation.md", "docs/theorems.md"]) {
    expect(sessionsOf(textOf(path)).length, path).toBeGreaterThan(2);
  }
});

test("the two commands of the README's beginning", () => {
  const blocks = [...textOf("README.md").matchAll(/```sh\n(.*?)```/gs)].map(([, body]) => body!.trim());
  expect(blocks).toEqual(["npm ci && npx theoria rate tanh --batch 8,64,512", "npm ci && npm test"]);
});

/** Lines of shell blocks that call theoria; a backslash continues a line. */
const shellLines = (document: string): string[] =>
  [...document.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, body]) =>
    body!
      .replaceAll(/\\\n\s*/g, "")
      .split("\n")
      .flatMap((line) => /npx theoria (\S.*)$/.exec(line)?.[1] ?? []),
  );

test("commands that are shown without their output exist, with their options", async () => {
  const lines = documents.flatMap((path) => shellLines(textOf(path)));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) {
    const [command, ...rest] = words(line);
    const { out, code } = await theoria([command!, "--help"]);
    expect([line, code]).toEqual([line, 0]);
    for (const option of rest.filter((word) => word.startsWith("--"))) expect(out, line).toContain(`${option} `);
  }
});

test("docs/tutorial.md: what is refused, in the words that it shows", async () => {
  const { err, code } = await theoria(["rate", "x > 0 ? x : 0.2*(exp(x - 1)", "--batch", "8"]);
  expect(code).toBe(2);
  expect(textOf("docs/tutorial.md")).toContain(`\`\`\`text\n${err}\`\`\`\n`);
});
