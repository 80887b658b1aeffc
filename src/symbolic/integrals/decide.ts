import type { Expression } from "../expression.js";
import type { Proposition } from "../proposition.js";
import { compareRational, multiplyRational, type Rational, rational } from "../rational.js";
import { related } from "./exactValue.js";
import type { LinearForm } from "./formExpression.js";
import { constantOf, linearForm, subtractForms } from "./linearForm.js";

/** 3.14...10 < pi < 3.14...11 with 50 decimals. */
const PI_BELOW = rational(314159265358979323846264338327950288419716939937510n, 10n ** 50n);
const PI_ABOVE = rational(314159265358979323846264338327950288419716939937511n, 10n ** 50n);

/** The sign of p + q pi, null where 50 decimals of pi do not tell. */
function signOf(form: LinearForm): -1 | 0 | 1 | null {
  const value = constantOf(form);
  if (value !== null) return compareRational(value, rational(0));
  const [term] = form.terms;
  if (form.terms.length !== 1 || term!.atom.head !== "Pi") return null;
  const bound = multiplyRational(form.constant, rational(-term!.coefficient.denominator, term!.coefficient.numerator));
  const sign = term!.coefficient.numerator > 0n ? 1 : -1;
  if (compareRational(PI_BELOW, bound) >= 0) return sign;
  return compareRational(PI_ABOVE, bound) <= 0 ? (-sign as -1 | 1) : null;
}

const isReal = (value: Rational | null): boolean | null => (value === null ? null : true);

/**
 * Whether the statement is true, where exact arithmetic tells: the difference of both sides is rational or p + q pi with
 * rational p, q. Null for everything else, so never a guess.
 */
export function decide(proposition: Proposition): boolean | null {
  const left = linearForm(proposition.left);
  if (proposition.relation === "Element") {
    const value = constantOf(left);
    return proposition.set === "Integers" && value !== null ? value.denominator === 1n : isReal(value);
  }
  const right = linearForm(proposition.right);
  if ([...left.terms, ...right.terms].some(({ wild }) => wild)) return null;
  const sign = signOf(subtractForms(left, right));
  return sign === null ? null : related(proposition.relation, sign);
}

/** The rational value of an expression, null where it has none that exact arithmetic finds. */
export const rationalOf = (expression: Expression): Rational | null => constantOf(linearForm(expression));

/** Both sides have the same tidy form: true is certain, false is not. */
export function sameValue(a: Expression, b: Expression): boolean {
  const value = constantOf(subtractForms(linearForm(a), linearForm(b)));
  return value !== null && value.numerator === 0n;
}
