import { minus, negative, over, pi, plus } from "../build.js";
import { type Expression, isCall, symbol } from "../expression.js";
import { sameValue } from "./decide.js";
import { wedgeIntegralRule } from "./kernelRules.js";
import { tidy } from "./linearForm.js";
import { byRule, type Outcome } from "./outcome.js";
import type { Product } from "./productOf.js";
import { parityOf } from "./signedPower.js";
import { exponentOf, slotted } from "./slotted.js";
import { quarterSineCosineRule, sineCosineEvenRule, sineCosineOddRule } from "./trigonometricRules.js";

/** Sin or Cos of exactly this angle: its name, else null. */
export function angleFunction(base: Expression, angle: Expression): "Sin" | "Cos" | null {
  if (!isCall(base) || (base.head !== "Sin" && base.head !== "Cos")) return null;
  const inside = base.args[0]!;
  if (sameValue(inside, angle)) return base.head;
  return base.head === "Cos" && sameValue(inside, negative(angle)) ? "Cos" : null;
}

function sineAndCosine(product: Product, x: string) {
  return slotted(product, (base) => {
    const name = angleFunction(base, symbol(x));
    return name === null ? null : [{ name, signed: true }];
  });
}

/** int_0^pi of sin^p x cos^q x, q whole. */
export function matchHalfTurn(product: Product, x: string): Outcome {
  const found = sineAndCosine(product, x);
  if (found === null) return null;
  const [p, q] = [exponentOf(found.slots, "Sin"), exponentOf(found.slots, "Cos")];
  const parity = parityOf(q);
  if (parity === null) return null;
  const rule = parity.odd ? sineCosineOddRule : sineCosineEvenRule;
  const m = tidy(over(parity.odd ? minus(q, 1) : q, 2));
  return byRule(rule, { p, m }, found.coefficient, found.conditions);
}

/** int_0^(pi/2) of sin^p x cos^q x. */
export function matchQuarterTurn(product: Product, x: string): Outcome {
  const found = sineAndCosine(product, x);
  if (found === null) return null;
  const substitution = { p: exponentOf(found.slots, "Sin"), q: exponentOf(found.slots, "Cos") };
  return byRule(quarterSineCosineRule, substitution, found.coefficient, found.conditions);
}

/** int of cos^alpha x cos^alpha(x - theta) over theta - pi/2 < x < pi/2, where both are positive; `from` is the lower end. */
export function matchWedge(product: Product, x: string, from: Expression): Outcome {
  const theta = tidy(plus(from, over(pi, 2)));
  const found = slotted(product, (base) => {
    if (angleFunction(base, symbol(x)) === "Cos") return [{ name: "near" }];
    return angleFunction(base, minus(x, theta)) === "Cos" ? [{ name: "far" }] : null;
  });
  if (found === null) return null;
  const alpha = exponentOf(found.slots, "near");
  if (!sameValue(alpha, exponentOf(found.slots, "far"))) return null;
  return byRule(wedgeIntegralRule, { alpha, theta }, found.coefficient, found.conditions);
}
