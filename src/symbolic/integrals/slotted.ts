import { plus, power, times } from "../build.js";
import { type Expression, integer } from "../expression.js";
import { compare, type Proposition } from "../proposition.js";
import { rationalOf } from "./decide.js";
import { tidy } from "./linearForm.js";
import { isWhole, type Product } from "./productOf.js";

/** One of the functions that an integrand is a product of: scale * (what the name says, at `parameter`). */
export interface Slot {
  readonly name: string;
  /** Where the name stands for a family: z of 1 - z t. Functions with the same name and key join their powers. */
  readonly parameter?: Expression;
  readonly key?: string;
  readonly scale?: Expression;
  /** It takes both signs: powers that are not whole do not join to one that is. */
  readonly signed?: true;
}

export interface Filled {
  readonly exponent: Expression;
  readonly parameter: Expression | null;
}

/** A product by slots, each with its power; the scales have gone into the coefficient. */
export interface Slotted {
  readonly coefficient: Expression;
  readonly conditions: readonly Proposition[];
  readonly slots: ReadonlyMap<string, Filled>;
}

const one = integer(1);
const zero = integer(0);

const isOne = (a: Expression) => rationalOf(a)?.numerator === 1n && isWhole(a);

/** scale^e comes out of (scale u)^e for whole e, and for every e where the scale is positive. */
function scaleConditions(scale: Expression, exponent: Expression): readonly Proposition[] {
  const value = rationalOf(scale);
  if (scale.head === "Exp" || (value !== null && value.numerator > 0n)) return [];
  return [compare(isWhole(exponent) ? "NotEqual" : "Greater", scale, zero)];
}

/** The product by the slots that its bases fill; null where one base fills none. */
export function slotted(
  product: Product,
  recognise: (base: Expression, exponent: Expression) => readonly Slot[] | null,
): Slotted | null {
  let coefficient = product.coefficient;
  const conditions: Proposition[] = [];
  const slots = new Map<string, Filled>();
  for (const { base, exponent } of product.factors) {
    const found = recognise(base, exponent);
    if (found === null) return null;
    for (const { name, key = name, parameter = null, scale = one, signed = false } of found) {
      if (!isOne(scale)) {
        coefficient = times(coefficient, power(scale, exponent));
        conditions.push(...scaleConditions(scale, exponent));
      }
      const known = slots.get(key);
      if (signed && known !== undefined && !(isWhole(known.exponent) && isWhole(exponent))) return null;
      slots.set(key, { parameter, exponent: known === undefined ? exponent : tidy(plus(known.exponent, exponent)) });
    }
  }
  return { coefficient: tidy(coefficient), conditions, slots };
}

/** The power of a slot, 0 for one that is not filled. */
export const exponentOf = (slots: ReadonlyMap<string, Filled>, key: string): Expression =>
  slots.get(key)?.exponent ?? zero;

/** True when no other slots are filled than these. */
export const fillsOnly = (slots: ReadonlyMap<string, Filled>, ...keys: readonly string[]): boolean =>
  [...slots.keys()].every((key) => keys.includes(key));
