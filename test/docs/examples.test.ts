/** The examples of the documents run, and print what their comments say. */
import { expect, test } from "vitest";
import { examplesOf, played, textOf } from "./support.js";

test.each([
  "README.md",
  "docs/formulas.md",
  "docs/simulation.md",
  "docs/ladder.md",
  "docs/alignment.md",
  "docs/dyson.md",
  "docs/grouping.md",
  "docs/landscape.md",
  "docs/gating.md",
  "docs/ecosystem.md",
])("each example of %s prints what it says", async (path) => {
  const examples = examplesOf(textOf(path));
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) {
    const { printed, said } = await played(example);
    expect(printed).toEqual(said);
  }
});

test("docs/theorems.md: a theorem of one's own in under 40 lines, and what can be done with it", async () => {
  const examples = examplesOf(textOf("docs/theorems.md"));
  expect(examples[0]!.trim().split("\n").length).toBeLessThan(40);
  const { printed, said } = await played(examples.join("\n"));
  expect(said.length).toBeGreaterThan(2);
  expect(printed).toEqual(said);
});
