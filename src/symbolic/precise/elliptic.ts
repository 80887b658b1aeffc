import {
  add,
  type Ball,
  divide,
  lowerOf,
  middleOf,
  multiply,
  one,
  radiusOf,
  scale,
  signOf,
  subtract,
  upperOf,
  widen,
} from "./ball.js";
import { pi } from "./constants.js";
import { PrecisionError } from "./errors.js";
import {
  below,
  divideMagnitudes,
  log2Magnitude,
  type Magnitude,
  magnitude,
  multiplyMagnitudes,
  powerOfTwo,
} from "./magnitude.js";
import { sqrt } from "./roots.js";

interface Means {
  /** The arithmetic-geometric mean of 1 and sqrt(1-m). */
  readonly mean: Ball;
  /** sum over n of 2^(n-1) c_n^2, c_0^2 = m, c_(n+1) = (a_n - b_n)/2. */
  readonly sum: Ball;
}

/** a_n and b_n enclose the mean; with c_n <= a_n/4 the rest of the sum is below its last term. Source: DLMF 19.8.1-19.8.6. */
function means(m: Ball, precision: number): Means {
  let [a, b] = [one, sqrt(subtract(one, m, precision), precision)];
  let sum = scale(m, -1);
  let last = Number.POSITIVE_INFINITY;
  for (let n = 1; ; n += 1) {
    const c = scale(subtract(a, b, precision), -1);
    const term = scale(multiply(c, c, precision), n - 1);
    const size = log2Magnitude(upperOf(c)) - log2Magnitude(upperOf(a));
    // quadratic convergence has ended where a step gains less than a bit
    if (size < -4 && (size < -precision || size > last - 1)) {
      const middle = scale(add(a, b, precision), -1);
      return {
        mean: widen(middle, upperOf(c), precision),
        sum: widen(sum, multiplyMagnitudes(upperOf(term), powerOfTwo(1)), precision),
      };
    }
    sum = add(sum, term, precision);
    last = size;
    [a, b] = [scale(add(a, b, precision), -1), sqrt(multiply(a, b, precision), precision)];
  }
}

/** K(m) = integral of (1 - m sin^2 t)^(-1/2) over [0, pi/2], m < 1 (m = k^2). Throws a RangeError for m >= 1. */
export function ellipticK(m: Ball, precision: number): Ball {
  const working = precision + 8;
  const distance = subtract(one, m, working);
  const side = signOf(distance);
  if (side === undefined) throw new PrecisionError("EllipticK at a parameter that may be 1");
  if (side <= 0) throw new RangeError("the parameter must be below 1");
  const value = divide(scale(pi(working), -1), means(middleOf(m), working).mean, precision);
  // 0 < K' <= K/(2 (1-m))
  const slope = divideMagnitudes(largestK(distance), lowerOf(distance));
  return widen(value, multiplyMagnitudes(radiusOf(m), slope), precision);
}

/** E(m) = integral of (1 - m sin^2 t)^(1/2) over [0, pi/2], m <= 1; E(1) = 1. Throws a RangeError for m > 1. */
export function ellipticE(m: Ball, precision: number): Ball {
  const working = precision + 8;
  const distance = subtract(one, m, working);
  const side = signOf(distance);
  if (side === 0) return one;
  if (side === undefined) throw new PrecisionError("EllipticE at a parameter that may be beyond 1");
  if (side < 0) throw new RangeError("the parameter must be at most 1");
  const { mean, sum } = means(middleOf(m), working);
  const value = multiply(divide(scale(pi(working), -1), mean, working), subtract(one, sum, working), precision);
  // -K/2 <= E' < 0
  return widen(value, multiplyMagnitudes(radiusOf(m), largestK(distance)), precision);
}

/** K(m) <= pi/2 max(1, (1-m)^(-1/2)) <= 1.6 max(1, 1/(1-m)). */
function largestK(distance: Ball): Magnitude {
  const reciprocal = divideMagnitudes(magnitude(1.6), lowerOf(distance));
  return below(reciprocal, magnitude(1.6)) ? magnitude(1.6) : reciprocal;
}
