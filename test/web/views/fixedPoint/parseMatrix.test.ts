import { describe, expect, it } from "vitest";
import { parseMatrix } from "../../../../src/web/views/fixedPoint/parseMatrix.js";

const problemOf = (text: string) => parseMatrix(text).problem;

describe("pasted numbers", () => {
  it.each([
    ["1 2\n3 4\n5 6\n7 8", "spaces and lines"],
    ["1,2\r\n3,4\r\n5,6\r\n7,8\r\n", "commas and the lines of Windows"],
    ["1\t2; 3\t4;5 ,6;;\n\n7, 8", "tabs, semicolons and empty lines"],
    ["+1 2.\n3e0 .4e1\n5 0.6E+1\n70e-1 8", "signs, points and exponents"],
  ])("are read: %j (%s)", (text) => {
    const expected = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(parseMatrix(text).rows!.flat()).toEqual(expected);
    expect(parseMatrix(text).rows).toHaveLength(4);
  });

  it.each([
    ["", "There are 0 rows: paste at least 4, one a sample."],
    ["1 2", "There is 1 row: paste at least 4, one a sample."],
    ["1 2\n3\n4 5\n6 7", "Row 2 has 1 numbers, the first one has 2."],
    ["1\n2\n3\nNaN", 'Row 4: "NaN" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.'],
    ["1\n2\n3\nInfinity", 'Row 4: "Infinity" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.'],
    ["1\n2\n3\n1e13", 'Row 4: "1e13" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.'],
    ["1\n2\n3\n0x10", 'Row 4: "0x10" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.'],
    [`1\n2\n3\n<img src=x onerror="alert(1)">`, 'Row 4: "<img" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.'],
    [
      "abcdefghijklmnopqrstuvwxyz",
      'Row 1: "abcdefghijklmnopqrst …" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.',
    ],
  ])("%j are refused in a sentence", (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it("are bounded in rows, columns and length", () => {
    expect(problemOf("1\n".repeat(65))).toContain("more than 64 rows");
    expect(problemOf(`${"1 ".repeat(1025)}\n`)).toContain("at most 1024");
    expect(problemOf("1".repeat(1_000_001))).toContain("longer than");
    expect(parseMatrix("1\n".repeat(64)).rows).toHaveLength(64);
  });
});
