import { rational } from "../rational.js";
import { addValues, divideValues, negateValue, subtractValues } from "./arithmetic.js";
import { type Ball, divide, multiply } from "./ball.js";
import { gamma, reciprocalGamma, risingProduct } from "./gamma.js";
import { type Value, wholeOf } from "./value.js";

/** Whole arguments up to here by a product, exactly while that is short. */
const longestProduct = 2000n;
const oneExact = rational(1);

/** n! = Gamma(n + 1) for every real n but -1, -2, ...; exact for short whole n. */
export function factorial(n: Value, precision: number): Value {
  const whole = wholeOf(n);
  if (whole !== undefined && whole >= 0n && whole <= longestProduct) {
    return risingProduct(oneExact, Number(whole), precision);
  }
  return gamma(addValues(n, oneExact, precision + 64), precision);
}

/**
 * (a)_k = Gamma(a + k)/Gamma(a). Whole k: a (a+1) ... (a+k-1), for k < 0 the reciprocal of (a-1) ... (a+k), every a that keeps it
 * finite. Throws a RangeError at the poles.
 */
export function pochhammer(a: Value, k: Value, precision: number): Value {
  const count = wholeOf(k);
  if (count !== undefined && count >= -longestProduct && count <= longestProduct) {
    if (count >= 0n) return risingProduct(a, Number(count), precision);
    return divideValues(
      oneExact,
      risingProduct(addValues(a, k, precision + 64), -Number(count), precision + 4),
      precision,
    );
  }
  const working = precision + 6;
  const below = reciprocalGamma(a, working);
  // a whole a <= 0 makes 1/Gamma(a) = 0, unless a + k is one of them too
  const sum = addValues(a, k, precision + 64);
  const [start, end] = [wholeOf(a), wholeOf(sum)];
  if (start !== undefined && start <= 0n && end !== undefined && end <= 0n) return reflectedPochhammer(a, k, precision);
  return below.mantissa === 0n && below.radius === 0 ? rational(0) : multiply(gamma(sum, working), below, precision);
}

/** (a)_k = (-1)^k (1-a-k)_k for whole a, a + k <= 0: Gamma(1-a)/Gamma(1-a-k) up to that sign. */
function reflectedPochhammer(a: Value, k: Value, precision: number): Value {
  const above = subtractValues(oneExact, a, precision);
  const value = divide(
    gamma(above, precision + 6),
    gamma(subtractValues(above, k, precision), precision + 6),
    precision,
  );
  return wholeOf(k)! % 2n === 0n ? value : negateValue(value);
}

/** Binomial(n, k) = n (n-1) ... (n-k+1)/k! for whole k (0 for k < 0), else Gamma(n+1)/(Gamma(k+1) Gamma(n-k+1)). */
export function binomial(n: Value, k: Value, precision: number): Value {
  const count = wholeOf(k);
  if (count !== undefined && count < 0n) return rational(0);
  const working = precision + 8;
  if (count !== undefined) {
    const total = wholeOf(n);
    // the shorter of the two products
    const shorter = total !== undefined && total >= count && total - count < count ? total - count : count;
    if (shorter <= longestProduct) {
      const start = addValues(subtractValues(n, rational(shorter), precision + 64), oneExact, precision + 64);
      return divideValues(
        risingProduct(start, Number(shorter), working),
        factorial(rational(shorter), working),
        precision,
      );
    }
  }
  const above = addValues(n, oneExact, precision + 64);
  const lower = multiply(
    reciprocalGamma(addValues(k, oneExact, precision + 64), working),
    reciprocalGamma(subtractValues(above, k, precision + 64), working),
    working,
  );
  if (lower.mantissa === 0n && lower.radius === 0) return rational(0);
  return multiply(gamma(above, working), lower, precision);
}

/** Beta(a, b) = Gamma(a) Gamma(b)/Gamma(a+b). Throws a RangeError at the poles of Gamma(a) and Gamma(b). */
export function beta(a: Value, b: Value, precision: number): Ball {
  const working = precision + 8;
  const product = multiply(gamma(a, working), gamma(b, working), working);
  return multiply(product, reciprocalGamma(addValues(a, b, precision + 64), working), precision);
}
