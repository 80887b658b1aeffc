import {
  rationalFunctions as field,
  powerFunction,
  type RationalFunction,
  symbolFunction,
} from "../algebra/rationalFunction.js";
import { rationalFunctionExpression } from "../algebra/toExpression.js";
import { power, times } from "../build.js";
import { type Expression, integer, symbol } from "../expression.js";
import { compare, element, equation, type Proposition } from "../proposition.js";
import { rational } from "../rational.js";
import { sphereMean } from "./formula.js";
import { pairings } from "./pairings.js";
import { type Rule, rule } from "./rule.js";

const whole = (value: bigint | number) => field.fromRational(rational(value));

/**
 * E z1^i z2^j of two samples of a batch of B, z = sqrt(n) <w, x>, x uniform on S^(n-1), <w1, w2> = -1/n, n = B-1:
 *
 *   N_ij / (n (n+2) ... (n+2m-2)),   N_ij = sum_k i! j! / (k! ((i-k)/2)! ((j-k)/2)! 2^(m-k)) (-1)^k n^(m-k),   m = (i+j)/2,
 *
 * zero for odd i + j. Isserlis' sum for the Gaussian of correlation -1/n, times n^m over the moment E R^(2m) of its radius.
 * Throws a RangeError unless i and j are whole numbers from 0 to 100.
 */
export function sphereMomentFunction(i: number, j: number): RationalFunction {
  const n = field.subtract(symbolFunction("B"), field.one);
  const m = (i + j) / 2;
  const sum = pairings(i, j)
    .map(({ mixed, ways }) => field.multiply(whole(mixed % 2 === 0 ? ways : -ways), powerFunction(n, m - mixed)))
    .reduce(field.add, field.zero);
  const radii = Array.from({ length: Math.floor(m) }, (_, k) => field.add(n, whole(2 * k)));
  return field.divide(sum, radii.reduce(field.multiply, field.one));
}

/** `sphereMomentFunction` as an expression in B. */
export const sphereMoment = (i: number, j: number): Expression =>
  rationalFunctionExpression(sphereMomentFunction(i, j));

/** B = 2, 3, 4, ... */
export const batchSize: readonly Proposition[] = Object.freeze([
  element(symbol("B"), "Integers"),
  compare("GreaterEqual", symbol("B"), integer(2)),
]);

/** The moment as a rule with the parameter B. */
export const sphereMomentRule = (i: number, j: number): Rule =>
  rule({
    name: `sphere moment of degrees ${i} and ${j}`,
    parameters: ["B"],
    claim: equation(sphereMean(times(power("z1", i), power("z2", j)), "B"), sphereMoment(i, j)),
    conditions: batchSize,
    source:
      "L. Isserlis, Biometrika 12 (1918) 134-139; batch normalisation paper, Lemma B.47 for the change of variables",
  });
