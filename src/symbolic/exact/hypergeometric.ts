import { rational } from "../rational.js";
import { pi } from "./arccosine.js";
import { wholeOf } from "./constant.js";
import { functionAtom, integerExact, rationalExact } from "./create.js";
import type { Exact } from "./exact.js";
import type { ExactField } from "./field.js";
import { exactKey } from "./key.js";

const mostTerms = 100;

/**
 * 2F1(a, b; c; z): the finite sum where a or b is a whole number <= 0 (at most 100 terms), 1 at z = 0, otherwise an
 * atom with a and b in a fixed order; no contiguous relation is used. Throws a RangeError where c makes a term
 * infinite.
 */
export function hypergeometric(a: Exact, b: Exact, c: Exact, z: Exact, field: ExactField): Exact {
  if (field.isZero(z)) return field.one;
  const degrees = [wholeOf(a), wholeOf(b)].flatMap((n) => (n !== null && n <= 0 ? [-n] : []));
  if (degrees.length === 0) {
    const [first, second] = exactKey(a) <= exactKey(b) ? [a, b] : [b, a];
    return functionAtom("Hypergeometric", first, second, c, z);
  }
  const degree = Math.min(...degrees);
  if (degree > mostTerms) throw new RangeError(`a hypergeometric sum of more than ${mostTerms} terms`);
  let sum = field.one;
  // By Horner's rule from the last term: 1 + a b z/c (1 + (a+1)(b+1) z/(2 (c+1)) (1 + ...)).
  for (let k = degree - 1; k >= 0; k--) {
    const shift = integerExact(k);
    const above = field.multiply(field.add(a, shift), field.add(b, shift));
    const below = field.multiply(field.add(c, shift), integerExact(k + 1));
    const ratio = field.divide(field.multiply(above, z), below);
    sum = field.add(field.one, field.multiply(ratio, sum));
  }
  return sum;
}

/** A complete elliptic integral of parameter m: pi/2 at m = 0, E(1) = 1, otherwise an atom. K has a pole at 1. */
export function completeElliptic(head: "EllipticK" | "EllipticE", m: Exact, field: ExactField): Exact {
  const value = wholeOf(m);
  if (value === 0) return field.multiply(rationalExact(rational(1, 2)), pi(field));
  if (value !== 1) return functionAtom(head, m);
  if (head === "EllipticE") return field.one;
  throw new RangeError("EllipticK has a pole at 1");
}
