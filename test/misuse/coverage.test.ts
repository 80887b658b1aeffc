import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as gating from "../../src/gating.js";
import * as grouping from "../../src/grouping.js";
import { functionsOf } from "./misuse.js";

/** The names of the cases that the files try, from their text: each file tries its own. */
const tried = (...files: readonly string[]): readonly string[] =>
  files.flatMap((file) => {
    const source = readFileSync(fileURLToPath(new URL(file, import.meta.url)), "utf8");
    const cases = /^const cases: Cases = \{\n([\s\S]*?)^\};/m.exec(source)![1]!;
    return [...cases.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name!);
  });

/** They train: what they refuse is in test/simulation/gating. */
const slow = ["gatedOutputs", "trainConvolutional", "trainGated"];

describe("misuse is tried on every function", () => {
  it("of theoria/grouping", () => {
    const names = tried("grouping.systems.test.ts", "grouping.geometry.test.ts");
    expect([...names].sort()).toEqual([...functionsOf(grouping)].sort());
  });

  it("of theoria/gating", () => {
    const names = [...slow, ...tried("gating.test.ts", "gating.regions.test.ts", "gating.training.test.ts")];
    expect(names.sort()).toEqual([...functionsOf(gating)].sort());
  });
});
