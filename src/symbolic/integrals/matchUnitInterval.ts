import { negative, over, plus } from "../build.js";
import { type Expression, integer } from "../expression.js";
import { coefficientsIn } from "./coefficientsIn.js";
import { rationalOf, sameValue } from "./decide.js";
import { betaOfSquareRule, betaRule, hypergeometricRule } from "./eulerRules.js";
import { keyOf } from "./keyOf.js";
import { tidy } from "./linearForm.js";
import { byRule, type Outcome } from "./outcome.js";
import { isWhole, type Product } from "./productOf.js";
import { exponentOf, fillsOnly, type Slot, slotted } from "./slotted.js";

const one = integer(1);

/** t, 1-t, 1-t^2 and 1 - z t, up to a scale; a whole positive power of another sum is left to be multiplied out. */
function recognise(base: Expression, exponent: Expression, t: string): readonly Slot[] | null {
  const coefficients = coefficientsIn(base, t);
  if (coefficients === null) return null;
  const [constant, slope, square] = coefficients as [Expression, Expression, Expression | undefined];
  if (coefficients.length === 3) {
    const ends = sameValue(constant, negative(square!)) && rationalOf(slope)?.numerator === 0n;
    return ends ? [{ name: "1-t^2", scale: constant }] : null;
  }
  if (coefficients.length !== 2) return null;
  if (rationalOf(constant)?.numerator === 0n) return [{ name: "t", scale: slope }];
  if (sameValue(constant, negative(slope))) return [{ name: "1-t", scale: constant }];
  if (isWhole(exponent) && rationalOf(exponent)!.numerator > 0n) return null;
  const z = tidy(negative(over(slope, constant)));
  return [{ name: "1-zt", key: `1-zt ${keyOf(z)}`, parameter: z, scale: constant }];
}

/** int_0^1 of a product of powers of t, 1-t, 1-t^2 and one 1 - z t. */
export function matchUnitInterval(product: Product, t: string): Outcome {
  const found = slotted(product, (base, exponent) => recognise(base, exponent, t));
  if (found === null) return null;
  const { coefficient, conditions, slots } = found;
  const raised = (key: string) => tidy(plus(exponentOf(slots, key), one));
  const a = raised("t");
  if (fillsOnly(slots, "t", "1-t")) return byRule(betaRule, { a, b: raised("1-t") }, coefficient, conditions);
  if (fillsOnly(slots, "t", "1-t^2")) {
    return byRule(betaOfSquareRule, { a, b: raised("1-t^2") }, coefficient, conditions);
  }
  const [general, ...others] = [...slots].filter(([key]) => key !== "t" && key !== "1-t");
  const { parameter: z, exponent } = general![1];
  if (others.length > 0 || z === null) return null;
  const substitution = { a: tidy(negative(exponent)), b: a, c: tidy(plus(a, raised("1-t"))), z };
  return byRule(hypergeometricRule, substitution, coefficient, conditions);
}
