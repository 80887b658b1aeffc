import { isPole, sinPi } from "./gammaRatio.js";

/** B_2, B_4, ..., B_24. */
const bernoulli = [
  1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330, 854513 / 138,
  -236364091 / 2730,
]; // biome-ignore format: a table

const LEAST = -1e4;

/**
 * The polygamma function psi^(m)(x), the m-th derivative of the digamma function.
 *
 *   psi^(m)(x) = psi^(m)(x+1) - (-1)^m m! / x^(m+1),
 *   psi^(m)(x) ~ (-1)^(m+1) ((m-1)!/x^m + m!/(2 x^(m+1)) + sum_k B_2k (2k+m-1)! / ((2k)! x^(2k+m))),
 *   with -ln x in place of (m-1)!/x^m for m = 0.
 *
 * Source: DLMF 5.15.5, 5.15.8-9; from x = 20 + m twelve terms leave 1e-17. Domain: whole m >= 0 and real x > -10000,
 * else NaN; NaN at the poles. The digamma function below 0 by reflection (DLMF 5.5.4). Relative accuracy a few 1e-16,
 * absolute near a zero.
 */
export function polygamma(m: number, x: number): number {
  if (!Number.isInteger(m) || m < 0 || Number.isNaN(x) || isPole(x) || x < LEAST) return Number.NaN;
  if (m === 0 && x < 0) return polygamma(0, 1 - x) - (Math.PI * sinPi(x + 0.5)) / sinPi(x);
  const sign = m % 2 === 0 ? -1 : 1;
  let at = x;
  let steps = 0;
  for (; at < 20 + m; at += 1) steps += power(m, at);
  return sign * (steps + tail(m, at));
}

/** m! / x^(m+1), without overflow on the way. */
function power(m: number, x: number): number {
  let value = 1 / x;
  for (let i = 1; i <= m; i++) value *= i / x;
  return value;
}

function tail(m: number, x: number): number {
  const leading = m === 0 ? -Math.log(x) : power(m - 1, x);
  let sum = leading + power(m, x) / 2;
  // (2k+m-1)! / ((2k)! x^(2k+m)), from its predecessor
  let factor = power(m, x);
  for (let k = 1; k <= bernoulli.length; k++) {
    const rising = k === 1 ? (m + 1) / (2 * x) : ((2 * k + m - 1) * (2 * k + m - 2)) / (2 * k * (2 * k - 1) * x * x);
    factor *= rising;
    sum += bernoulli[k - 1]! * factor;
  }
  return sum;
}
