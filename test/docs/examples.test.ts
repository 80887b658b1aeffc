/** The examples of the documents run, and print what their comments say. */
import { expect, test } from "vitest";
import { documents, examplesOf, played, textOf } from "./support.js";

/** docs/theorems.md and docs/call.md have tests of their own. */
const own = ["docs/theorems.md", "docs/call.md"];

test.each(documents.filter((path) => examplesOf(textOf(path)).length > 0 && !own.includes(path)))(
  "each example of %s prints what it says",
  async (path) => {
    for (const example of examplesOf(textOf(path))) {
      const { printed, said } = await played(example);
      expect(said.length).toBeGreaterThan(0);
      expect(printed).toEqual(said);
    }
  },
);

test("README and the guides have examples", () => {
  for (const path of ["README.md", "docs/formulas.md", "docs/ladder.md", "docs/concepts/routes-and-errors.md"]) {
    expect(examplesOf(textOf(path)).length, path).toBeGreaterThan(0);
  }
});

test("docs/theorems.md: a theorem of one's own in under 40 lines, and what can be done with it", async () => {
  const examples = examplesOf(textOf("docs/theorems.md"));
  expect(examples[0]!.trim().split("\n").length).toBeLessThan(40);
  const { printed, said } = await played(examples.join("\n"));
  expect(said.length).toBeGreaterThan(2);
  expect(printed).toEqual(said);
});
