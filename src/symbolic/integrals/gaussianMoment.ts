import { plus, power, type Term, term, times } from "../build.js";
import { type Expression, integer } from "../expression.js";
import { equation } from "../proposition.js";
import { gaussianMean } from "./formula.js";
import { correlation } from "./gaussianRules.js";
import { pairings } from "./pairings.js";
import { type Rule, rule } from "./rule.js";

/**
 * E z1^i z2^j of two standard normals of correlation c: a polynomial in c with whole coefficients,
 *
 *   sum_k i! j! / (k! ((i-k)/2)! ((j-k)/2)! 2^(m-k)) c^k,   m = (i+j)/2,   zero for odd i + j.
 *
 * Throws a RangeError unless i and j are whole numbers from 0 to 100. Source: as `pairings`.
 */
export function gaussianMoment(i: number, j: number, c: Term = "c"): Expression {
  const terms = pairings(i, j).map(({ mixed, ways }) => monomial(ways, term(c), mixed));
  return terms.length === 0 ? integer(0) : plus(...terms);
}

function monomial(coefficient: bigint, c: Expression, degree: number): Expression {
  if (degree === 0) return integer(coefficient);
  const factor = degree === 1 ? c : power(c, degree);
  return coefficient === 1n ? factor : times(coefficient, factor);
}

/** The moment as a rule with the parameter c. */
export const gaussianMomentRule = (i: number, j: number): Rule =>
  rule({
    name: `Gaussian moment of degrees ${i} and ${j}`,
    parameters: ["c"],
    claim: equation(gaussianMean(times(power("z1", i), power("z2", j)), "c"), gaussianMoment(i, j)),
    conditions: correlation,
    source: "L. Isserlis, Biometrika 12 (1918) 134-139",
  });
