import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../../../src/errors.js";
import { exampleTables, parseTables } from "../../../../src/web/views/ladders/parseTables.js";
import { readLadder } from "../../../../src/web/views/ladders/readLadder.js";

/** What the reader is told. */
function refusal(text: string): string {
  try {
    readLadder({ kind: "tables", text });
  } catch (error) {
    if (isTheoryError(error)) return error.message;
    throw error;
  }
  throw new Error("it was taken");
}

describe("parseTables", () => {
  it("reads labels, parents and contents, in numbers of all usual forms", () => {
    expect(parseTables("top: 1e0\n\n  a | top :  .5, 5e-1 \nx of a: 1 0; 0. 1.0")).toEqual([
      { id: "top", parents: [], table: [[1]] },
      {
        id: "a",
        parents: ["top"],
        table: [[0.5, 0.5]],
        contents: [
          [1, 0],
          [0, 1],
        ],
      },
    ]);
    expect(parseTables("a: 1\nb: 1\nc | a, b: 1")[2]!.parents).toEqual(["a", "b"]);
    expect(readLadder({ kind: "tables", text: exampleTables }).regions.length).toBe(3);
  });

  it("names the line that it cannot read", () => {
    expect(refusal("a: 0.5 0.5\nb ? a: 1")).toContain("line 2");
    expect(refusal("a 0.5 0.5")).toContain("line 1");
    expect(refusal("a: 0.5 -0.5")).toContain("-0.5");
    expect(refusal("a: 0.5 0.5;")).toContain("an empty row");
    expect(refusal("a: NaN")).toContain("NaN");
    expect(refusal("x of b: 1")).toContain("b");
    expect(refusal("__proto__: 1")).toContain("line 1");
  });

  it("names the table whose rows are no probabilities or do not fit", () => {
    expect(refusal("a: 0.5 0.6\nx of a: 1; 1")).toContain("table of a[0]");
    expect(refusal("a: 0.5 0.5\nx of a: 1")).toContain("contents of a");
    expect(refusal("a: 0.5 0.5")).toContain("contents of a");
    expect(refusal("b | a: 1\nx of b: 1")).toContain("parents of b");
    expect(refusal("")).toContain("at least one region");
    expect(refusal("a: 1\na: 1\nx of a: 1")).toContain("names that differ");
  });

  it("bounds what it takes", () => {
    expect(refusal(Array.from({ length: 13 }, (_, k) => `r${k}: 1`).join("\n"))).toContain("at most 12 regions");
    expect(refusal("a: 0.1 0.1 0.1 0.1 0.1 0.1 0.4")).toContain("at most 6");
    const six = Array.from({ length: 6 }, () => "0.1 0.1 0.1 0.1 0.1 0.5");
    const wide = Array.from({ length: 6 }, (_, k) => `r${k}: ${six[0]}\nx of r${k}: ${six.join(";")}`).join("\n");
    expect(refusal(wide)).toContain("at most 5000");
  });
});
