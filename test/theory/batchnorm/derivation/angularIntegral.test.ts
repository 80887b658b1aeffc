import { describe, expect, it } from "vitest";
import { over, term } from "../../../../src/symbolic/build.js";
import { symbol } from "../../../../src/symbolic/expression.js";
import { verifyProposition } from "../../../../src/symbolic/precise/verify.js";
import { rational } from "../../../../src/symbolic/rational.js";
import {
  angularEquation,
  provesDegreeZero,
  provesMixed,
  provesNextDegree,
} from "../../../../src/theory/batchnorm/derivation/angularIntegral.js";

const points = [4, 9].map((batch) => ({ B: rational(batch) }));

describe("the angular integrals", () => {
  it("are proved for whole degrees", () => {
    expect(provesDegreeZero()).toBe(true);
    for (const degree of [1n, 2n, 5n]) expect(provesNextDegree(degree)).toBe(true);
  });

  it("are proved for degrees that differ by two, given those of equal degrees, for any degree", () => {
    for (const degree of [term(1), term(3), over(3, 2), symbol("alpha")]) expect(provesMixed(degree)).toBe(true);
  });

  it.each([
    ["0", term(0), false],
    ["2", term(2), false],
    ["2, mixed", term(2), true],
    ["1/2", over(1, 2), false],
    ["5/4, mixed", over(5, 4), true],
  ] as const)("agree with quadrature to 30 digits, degree %s", (_, degree, mixed) => {
    for (const side of ["same", "opposite"] as const) {
      expect(verifyProposition(angularEquation(degree, mixed, side), points, 30).status).toBe("verified");
    }
  });
});
