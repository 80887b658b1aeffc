import { compareRational, rational } from "../rational.js";
import { arccosine, pi, sineOfArccosine } from "./arccosine.js";
import { constantTerm, floorOf, rationalOf, wholeOf } from "./constant.js";
import { functionAtom, integerExact, rationalExact, sqrtPi } from "./create.js";
import type { Exact } from "./exact.js";
import { safeNumber } from "./factorPower.js";
import type { ExactField } from "./field.js";
import { gamma } from "./gamma.js";
import { completeElliptic, hypergeometric } from "./hypergeometric.js";
import { strictSignOfExact } from "./sign.js";

const largestShift = 100;
const half = rationalExact(rational(1, 2));

/** (a-1)^2 (1-c^2) / ((2a-1)(2a-3)), the factor of J_(a-2) in J_a. */
function recurrenceFactor(a: Exact, c: Exact, field: ExactField): Exact {
  const { add, subtract, multiply, divide } = field;
  const lower = subtract(a, field.one);
  const twice = add(a, a);
  const below = multiply(subtract(twice, field.one), subtract(twice, integerExact(3)));
  const above = multiply(multiply(lower, lower), subtract(field.one, multiply(c, c)));
  return divide(above, below);
}

/** J_(first + steps) from J_first and J_(first+1), by J_a = c J_(a-1) + factor J_(a-2) in either direction. */
function climb(first: Exact, pair: readonly [Exact, Exact], steps: number, c: Exact, field: ExactField): Exact {
  const { add, subtract, multiply, divide } = field;
  let [low, high] = pair;
  let a = add(first, field.one);
  for (let k = 1; k < steps; k++) {
    a = add(a, field.one);
    [low, high] = [high, add(multiply(c, high), multiply(recurrenceFactor(a, c, field), low))];
  }
  for (let k = 0; k > steps; k--) {
    [low, high] = [divide(subtract(high, multiply(c, low)), recurrenceFactor(a, c, field)), low];
    a = subtract(a, field.one);
  }
  return steps >= 1 ? high : low;
}

/** J_0 = 1 - arccos(c)/pi, J_1 = (sqrt(1-c^2) + (pi - arccos c) c)/pi */
function wholePair(c: Exact, field: ExactField): readonly [Exact, Exact] {
  const { add, subtract, multiply, divide } = field;
  const zeroth = subtract(field.one, divide(arccosine(c, field), pi(field)));
  return [zeroth, add(divide(sineOfArccosine(c, field), pi(field)), multiply(c, zeroth))];
}

/** J_alpha(0) = Gamma((alpha+1)/2)^2 / (2 sqrt(pi) Gamma(alpha+1/2)) */
export function kernelAtZero(alpha: Exact, field: ExactField): Exact {
  const top = field.power(gamma(field.multiply(half, field.add(alpha, field.one)), field), 2);
  const bottom = field.multiply(field.add(sqrtPi(), sqrtPi()), gamma(field.add(alpha, half), field));
  return field.divide(top, bottom);
}

function special(alpha: Exact, c: Exact, field: ExactField): Exact | null {
  switch (wholeOf(c)) {
    case 0:
      return kernelAtZero(alpha, field);
    case 1:
      return field.one;
    case -1:
      return strictSignOfExact(field.add(alpha, half), field.domain) === 1 ? field.zero : null;
    default:
      return null;
  }
}

/**
 * J_alpha(c), the normalised arccosine kernel, J_alpha(1) = 1, alpha > -1/2: in arccos(c) and sqrt(1-c^2) for a whole
 * alpha; otherwise in the two kernels of the class of alpha modulo 1 whose constant terms are in [0, 1) and [1, 2), by
 * the three-term recurrence (the paper's H.6). J_alpha(-1) = 0 where alpha > -1/2 is known. Throws a
 * RangeError for a rational alpha <= -1/2 and for constant terms above 100.
 */
export function arccosineKernel(alpha: Exact, c: Exact, field: ExactField): Exact {
  const value = rationalOf(alpha);
  if (value !== null && compareRational(value, rational(-1, 2)) !== 1) {
    throw new RangeError("J_alpha needs alpha > -1/2");
  }
  const known = special(alpha, c, field);
  if (known !== null) return known;
  const constant = constantTerm(alpha);
  if (constant === null) return functionAtom("ArccosineKernel", alpha, c);
  const steps = safeNumber(floorOf(constant));
  if (Math.abs(steps) > largestShift)
    throw new RangeError(`J_alpha with a constant term above ${largestShift} in alpha`);
  const first = field.subtract(alpha, integerExact(steps));
  if (field.isZero(first)) return climb(first, wholePair(c, field), steps, c, field);
  const atom = (index: Exact) => functionAtom("ArccosineKernel", index, c);
  return climb(first, [atom(first), atom(field.add(first, field.one))], steps, c, field);
}

/**
 * J_alpha(c) = J_alpha(0) F(-alpha/2, -alpha/2; 1/2; c^2)
 *   + (2 alpha+1) J_(alpha+1)(0) c F((1-alpha)/2, (1-alpha)/2; 3/2; c^2), F = 2F1, for |c| < 1.
 */
export function kernelInHypergeometric(alpha: Exact, c: Exact, field: ExactField): Exact {
  const { one, add, subtract, multiply } = field;
  const square = multiply(c, c);
  const series = (first: Exact, third: Exact) => hypergeometric(first, first, third, square, field);
  const even = series(multiply(half, field.negate(alpha)), half);
  const odd = series(multiply(half, subtract(one, alpha)), add(half, one));
  const slope = multiply(add(add(alpha, alpha), one), kernelAtZero(add(alpha, one), field));
  return add(multiply(kernelAtZero(alpha, field), even), multiply(multiply(slope, c), odd));
}

/** J_(1/2) = E - (1-c)/2 K and J_(3/2) = c E + (1-c) (1-3c)/8 K at the parameter (1+c)/2; null for other degrees. */
export function kernelInElliptic(alpha: Exact, c: Exact, field: ExactField): Exact | null {
  const { one, add, subtract, multiply, divide } = field;
  const twice = wholeOf(add(alpha, alpha));
  if (twice !== 1 && twice !== 3) return null;
  const m = multiply(half, add(one, c));
  const [K, E] = [completeElliptic("EllipticK", m, field), completeElliptic("EllipticE", m, field)];
  const below = subtract(one, c);
  if (twice === 1) return subtract(E, multiply(multiply(half, below), K));
  const factor = divide(multiply(below, subtract(one, multiply(integerExact(3), c))), integerExact(8));
  return add(multiply(c, E), multiply(factor, K));
}
