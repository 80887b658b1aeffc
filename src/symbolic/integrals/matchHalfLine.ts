import { negative, over, plus, times } from "../build.js";
import { call, type Expression, integer, isCall } from "../expression.js";
import { coefficientsIn } from "./coefficientsIn.js";
import { rationalOf, sameValue } from "./decide.js";
import { laplaceRule, radialRule, scaledLaplaceRule, scaledRadialRule, schwingerRule } from "./eulerRules.js";
import { half } from "./formula.js";
import { keyOf } from "./keyOf.js";
import { tidy } from "./linearForm.js";
import { byRule, type Outcome } from "./outcome.js";
import { isWhole, type Product } from "./productOf.js";
import { exponentOf, type Slot, slotted } from "./slotted.js";

const one = integer(1);
const isZero = (a: Expression | undefined) => a === undefined || rationalOf(a)?.numerator === 0n;

/** s, 1 + 2 m s and e^(-c s), e^(-c s^2), up to a scale. */
function recognise(base: Expression, exponent: Expression, s: string): readonly Slot[] | null {
  if (isCall(base) && base.head === "Exp") return recogniseExponential(base.args[0]!, s);
  const coefficients = coefficientsIn(base, s);
  if (coefficients?.length !== 2) return null;
  const [constant, slope] = coefficients as [Expression, Expression];
  if (isZero(constant)) return [{ name: "s", scale: slope }];
  if (isWhole(exponent) && rationalOf(exponent)!.numerator > 0n) return null;
  const m = tidy(over(slope, times(2, constant)));
  return [{ name: "1+2ms", key: `1+2ms ${keyOf(m)}`, parameter: m, scale: constant }];
}

function recogniseExponential(inside: Expression, s: string): readonly Slot[] | null {
  const coefficients = coefficientsIn(inside, s);
  if (coefficients === null || coefficients.length < 2 || coefficients.length > 3) return null;
  const [constant, slope, square] = coefficients;
  const scale = call("Exp", constant!);
  const extra = isZero(constant) ? {} : { scale };
  if (square === undefined) return [{ name: "exp", parameter: tidy(negative(slope!)), ...extra }];
  return isZero(slope) ? [{ name: "gauss", parameter: tidy(negative(square)), ...extra }] : null;
}

/** int_0^infinity of s^(a-1) times one of (1 + 2 m s)^(-b), e^(-c s), e^(-c s^2). */
export function matchHalfLine(product: Product, s: string): Outcome {
  const found = slotted(product, (base, exponent) => recognise(base, exponent, s));
  if (found === null) return null;
  const { coefficient, conditions, slots } = found;
  const [general, ...others] = [...slots].filter(([key]) => key !== "s");
  if (general === undefined || others.length > 0) return null;
  const [name, { parameter, exponent }] = general;
  const a = tidy(plus(exponentOf(slots, "s"), one));
  if (name === "exp") return byRule(schwingerRule, { k: a, c: parameter! }, coefficient, conditions);
  if (name === "gauss") {
    if (sameValue(parameter!, half)) return byRule(radialRule, { k: a }, coefficient, conditions);
    return byRule(scaledRadialRule, { k: a, c: parameter! }, coefficient, conditions);
  }
  const b = tidy(negative(exponent));
  if (sameValue(parameter!, one)) return byRule(laplaceRule, { a, b }, coefficient, conditions);
  return byRule(scaledLaplaceRule, { a, b, m: parameter! }, coefficient, conditions);
}
