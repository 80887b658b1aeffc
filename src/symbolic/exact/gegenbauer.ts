import { constantTerm, floorOf, wholeOf } from "./constant.js";
import { functionAtom, integerExact } from "./create.js";
import type { Exact } from "./exact.js";
import { safeNumber } from "./factorPower.js";
import type { ExactField } from "./field.js";
import { factorial, pochhammer } from "./gamma.js";

const largestDegree = 200;

/** n C_n = 2 x (n+lambda-1) C_(n-1) - (n+2 lambda-2) C_(n-2): C_(first + steps) from C_first and C_(first+1). */
function climb(
  first: Exact,
  pair: readonly [Exact, Exact],
  steps: number,
  [lambda, x]: readonly [Exact, Exact],
  field: ExactField,
): Exact {
  const { add, subtract, multiply, divide } = field;
  const shifted = subtract(lambda, field.one);
  const inner = (n: Exact) => multiply(add(x, x), add(n, shifted));
  const outer = (n: Exact) => add(n, add(shifted, shifted));
  let [low, high] = pair;
  let n = add(first, field.one);
  for (let k = 1; k < steps; k++) {
    n = add(n, field.one);
    [low, high] = [high, divide(subtract(multiply(inner(n), high), multiply(outer(n), low)), n)];
  }
  for (let k = 0; k > steps; k--) {
    [low, high] = [divide(subtract(multiply(inner(n), low), multiply(n, high)), outer(n)), low];
    n = subtract(n, field.one);
  }
  return steps >= 1 ? high : low;
}

/**
 * The Gegenbauer polynomial C_k^lambda(x): expanded for a whole k >= 0, (2 lambda)_k / k! at x = 1, and otherwise in
 * the two of the class of k modulo 1 whose constant terms are in [0, 1) and [1, 2). Throws a RangeError for a whole k <
 * 0 and for constant terms of k above 200.
 */
export function gegenbauer(k: Exact, lambda: Exact, x: Exact, field: ExactField): Exact {
  const degree = wholeOf(k);
  if (degree !== null && degree < 0) throw new RangeError(`a Gegenbauer polynomial of degree ${degree}`);
  if (degree === null && wholeOf(x) === 1) {
    return field.divide(pochhammer(field.add(lambda, lambda), k, field), factorial(k, field));
  }
  const constant = constantTerm(k);
  if (constant === null) return functionAtom("Gegenbauer", k, lambda, x);
  const steps = safeNumber(floorOf(constant));
  if (Math.abs(steps) > largestDegree) throw new RangeError(`a Gegenbauer polynomial of degree above ${largestDegree}`);
  const first = field.subtract(k, integerExact(steps));
  const atom = (index: Exact) => functionAtom("Gegenbauer", index, lambda, x);
  const pair: readonly [Exact, Exact] = field.isZero(first)
    ? [field.one, field.multiply(field.add(lambda, lambda), x)]
    : [atom(first), atom(field.add(first, field.one))];
  return climb(first, pair, steps, [lambda, x], field);
}
