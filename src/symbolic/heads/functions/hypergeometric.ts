import { gammaRatio, isPole } from "./gammaRatio.js";

const MOST_TERMS = 10_000;
/** Beyond 3/4 the series is taken where so many terms are enough; else Taylor steps towards 1. */
const FEW_TERMS = 300;

/**
 * Gauss' 2F1(a, b; c; z) = sum_k (a)_k (b)_k / ((c)_k k!) z^k for real arguments and z <= 1.
 *
 * A terminating series (a or b = 0, -1, ...) for every z: by its terms, or by the recurrence in a where they cancel
 * (DLMF 15.5.11). z < -1/2 by Pfaff's transformation to z/(z-1) (15.8.1), z = 1 by Gauss' sum (15.4.20). Ours: from 3/4
 * on, Taylor steps of the differential equation (15.10.1) that halve the distance to 1, which need no case distinction
 * on c-a-b.
 *
 * NaN for z > 1 without termination, for z = 1 with c <= a + b, and where c = 0, -1, ... comes before the termination.
 * Relative accuracy about 1e-15 times the cancellation of the series, which is none for a, b, c > 0.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (Number.isNaN(a + b + c + z)) return Number.NaN;
  if (z === 0 || a === 0 || b === 0) return 1;
  const [first, second] = isPole(b) && !(isPole(a) && a > b) ? [b, a] : [a, b];
  if (isPole(first)) return isPole(c) && c > first ? Number.NaN : polynomial(-first, second, c, z);
  if (isPole(c) || z > 1) return Number.NaN;
  if (z === 1) return c > a + b ? gammaRatio(c - a, a) / gammaRatio(c - a - b, a) : Number.NaN;
  if (z < -0.5) return (1 - z) ** -a * inside(a, c - b, c, z / (z - 1), 1 / (1 - z));
  return inside(a, b, c, z, 1 - z);
}

/** -1/2 <= z < 1, s = 1 - z. */
const inside = (a: number, b: number, c: number, z: number, s: number) =>
  z <= 0.75 ? series(a, b, c, z, MOST_TERMS) : nearOne(a, b, c, s);

/** NaN where the terms left out are not negligible. */
function series(a: number, b: number, c: number, z: number, terms: number): number {
  let [term, value, magnitude] = [1, 1, 1];
  for (let k = 0; k < terms; k++) {
    const ratio = (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
    term *= ratio;
    value += term;
    magnitude += Math.abs(term);
    // the tail is about geometric, or term k/(p-1) for terms like k^-p, whose ratio is 1 - p/k
    if (Math.abs(term) <= 2 ** -56 * magnitude * (1 - Math.abs(ratio))) return value;
  }
  return Number.NaN;
}

/** 2F1(-n, b; c; z). */
function polynomial(n: number, b: number, c: number, z: number): number {
  if (n > MOST_TERMS) return Number.NaN;
  let [term, value, magnitude] = [1, 1, 1];
  for (let k = 0; k < n && term !== 0; k++) {
    term *= (((k - n) * (b + k)) / ((c + k) * (k + 1))) * z;
    value += term;
    magnitude += Math.abs(term);
  }
  if (Math.abs(value) > 0.1 * magnitude || (isPole(c) && c + n <= 0)) return value;
  // (c+k) F_(k+1) = (2k + c - (b+k) z) F_k + k (z-1) F_(k-1)
  let [before, last] = [0, 1];
  for (let k = 0; k < n; k++) {
    [before, last] = [last, ((2 * k + c - (b + k) * z) * last + k * (z - 1) * before) / (c + k)];
  }
  return last;
}

/**
 * 2F1(a, b; c; 1-s), 0 < s <= 1/4, c no pole; the argument is s since 1-s may round. By Taylor steps from 1/2 that at
 * most halve the distance to 1, and are shorter than z/(a+b+c): longer ones raise the rounding of the solution like
 * z^(1-c).
 */
export function nearOne(a: number, b: number, c: number, target: number): number {
  const sum = series(a, b, c, 1 - target, FEW_TERMS);
  if (!Number.isNaN(sum)) return sum;
  const reach = 1 + (Math.abs(a) + Math.abs(b) + Math.abs(c)) / 2;
  let value = series(a, b, c, 0.5, MOST_TERMS);
  let slope = ((a * b) / c) * series(a + 1, b + 1, c + 1, 0.5, MOST_TERMS);
  for (let s = 0.5; s > target; ) {
    const h = Math.min(s / 2, (1 - s) / reach, s - target);
    [value, slope] = step([a, b, c], s, h, value, slope);
    s -= h;
  }
  return value;
}

/** (k+1) (k+2) z s d_(k+2) = (k+a) (k+b) d_k - (k+1) ((1-2z) k + c - (a+b+1) z) d_(k+1) at z = 1-s. */
function step(
  [a, b, c]: readonly [number, number, number],
  s: number,
  h: number,
  value: number,
  slope: number,
): [number, number] {
  const z = 1 - s;
  // t_k = d_k h^k
  let [older, newer] = [value, slope * h];
  let [sum, change] = [older + newer, newer];
  for (let k = 0; k < MOST_TERMS; k++) {
    const drift = (k + 1) * ((2 * s - 1) * k + c - (a + b + 1) * z);
    const next = (h * ((k + a) * (k + b) * h * older - drift * newer)) / ((k + 1) * (k + 2) * z * s);
    sum += next;
    change += (k + 2) * next;
    if ((k + 2) * (Math.abs(next) + Math.abs(newer)) < 2 ** -60 * (Math.abs(sum) + Math.abs(change))) break;
    [older, newer] = [newer, next];
  }
  return [sum, change / h];
}
