import { describe, expect, it } from "vitest";
import type { Matrix } from "../../../src/numeric/linearAlgebra/denseMatrix.js";
import * as checks from "../../../src/numeric/linearAlgebra/matrixChecks.js";

const given = (value: unknown) => value as Matrix;

describe("input that fits is taken", () => {
  it("as it is", () => {
    const P = [
      [0.25, 0.75],
      [1, 0],
    ];
    expect(checks.assertStochastic("P", P, { rows: 2, columns: 2 })).toBe(P);
    expect(checks.assertMatrix("P", [[1]], { columns: undefined })).toEqual([[1]]);
    expect(checks.assertProbabilities("p", [0.5, 0.5 + 1e-10])).toBe(1 + 1e-10);
    checks.assertNumbers("x", []);
  });
});

describe("input that does not fit is named", () => {
  const refused: readonly [string, () => unknown, string][] = [
    ["no list", () => checks.assertNumbers("x", given(3)[0]!), "x = undefined"],
    ["another length", () => checks.assertNumbers("x", [1], 2), "x.length = 1"],
    ["NaN in a list", () => checks.assertNumbers("x", [1, Number.NaN]), "x[1] = NaN"],
    ["no rows", () => checks.assertMatrix("P", []), "P = []"],
    ["no matrix", () => checks.assertMatrix("P", given(7)), "P = 7"],
    ["rows that are no lists", () => checks.assertMatrix("P", given([1])), "P[0] = 1"],
    ["rows without numbers", () => checks.assertMatrix("P", [[]]), "P[0] = []"],
    ["ragged rows", () => checks.assertMatrix("P", [[1, 2], [3]]), "P[1].length = 1"],
    ["a later row that is no list", () => checks.assertMatrix("P", given([[1], 2])), "P[1] = 2"],
    ["too few rows", () => checks.assertMatrix("P", [[1]], { rows: 2 }), "P.length = 1"],
    ["too many columns", () => checks.assertMatrix("P", [[1, 2]], { columns: 1 }), "P[0].length = 2"],
    ["an infinite entry", () => checks.assertMatrix("P", [[1], [Number.POSITIVE_INFINITY]]), "P[1][0] = Infinity"],
    ["no probabilities", () => checks.assertProbabilities("p", []), "p.length = 0"],
    ["a negative probability", () => checks.assertProbabilities("p", [1.5, -0.5]), "p[1] = -0.5"],
    ["another sum", () => checks.assertProbabilities("p", [0.5, 0.75]), "p = a list with sum 1.25"],
    ["a row with another sum", () => checks.assertStochastic("P", [[1], [0.5]]), "P[1] = a list with sum 0.5"],
  ];
  it.each(refused)("%s", (_, call, says) => {
    expect(call).toThrowError(
      expect.objectContaining({ code: "domain", message: expect.stringContaining(`${says} is outside its domain`) }),
    );
  });
});
