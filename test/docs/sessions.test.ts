/** What the documents show is what happens. `npx vitest run test/docs -u` writes the outputs anew. */
import { expect, test } from "vitest";
import { documents, replayed, sessionsOf, textOf, withoutErrors } from "./support.js";

test.each(documents)(
  "the sessions of %s print what it says",
  async (path) => {
    const document = textOf(path);
    const text = await replayed(document);
    if (withoutErrors(text) !== withoutErrors(document)) await expect(text).toMatchFileSnapshot(`../../${path}`);
  },
  60_000,
);

test("README and the guides have sessions", () => {
  for (const path of ["README.md", "docs/simulation.md", "docs/theorems.md"]) {
    expect(sessionsOf(textOf(path)).length, path).toBeGreaterThan(2);
  }
});

test("the two commands of the README's beginning", () => {
  const blocks = [...textOf("README.md").matchAll(/```sh\n(.*?)```/gs)].map(([, body]) => body!.trim());
  expect(blocks).toEqual(["npm ci && npx theoria rate tanh --batch 8,64,512", "npm ci && npm test"]);
});
