import { add, type Ball, upperOf, widen, zero } from "./ball.js";
import { log2Magnitude, magnitude, multiplyMagnitudes } from "./magnitude.js";

const mostTerms = 100_000n;

type Term = (k: bigint) => Ball;

/** The sum of term(from) .. term(to); 0 for to < from. Throws a RangeError for more than 100000 terms. */
export function sumUpTo(term: Term, from: bigint, to: bigint, precision: number): Ball {
  if (to - from >= mostTerms) throw new RangeError("Sum: more than 100000 terms");
  const working = precision + 20;
  let sum = zero;
  for (let k = from; k <= to; k += 1n) sum = add(sum, term(k), working);
  return sum;
}

/** Terms are compared in groups, so that a 0 between others (parity) does not look like an end. */
const group = 8;

/**
 * The sum of term(from), term(from + 1), ...: until what is left, a geometric series with the ratio seen between the last groups,
 * is below the precision. The radius holds four times that estimate; no proof stands behind it.
 * Throws a RangeError where 100000 terms are not enough.
 */
export function sumToInfinity(term: Term, from: bigint, precision: number): Ball {
  const working = precision + 20;
  let sum = zero;
  let before = Number.POSITIVE_INFINITY;
  for (let start = 0n; start < mostTerms; start += BigInt(group)) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0n; i < group; i += 1n) {
      const value = term(from + start + i);
      largest = Math.max(largest, log2Magnitude(upperOf(value)));
      sum = add(sum, value, working);
    }
    const ratio = largest === before ? 1 : 2 ** (largest - before);
    const tail = largest + Math.log2((group * ratio) / (1 - ratio)) + 2;
    const ended = largest === Number.NEGATIVE_INFINITY && before === Number.NEGATIVE_INFINITY;
    if (ended) return sum;
    if (ratio < 1 && Number.isFinite(before) && tail < log2Magnitude(upperOf(sum)) - precision) {
      const exponent = Math.ceil(Math.max(tail, -(2 ** 40)));
      return widen(sum, multiplyMagnitudes(magnitude(1), { value: 1, exponent }), working);
    }
    before = largest;
  }
  throw new RangeError("Sum: 100000 terms are not enough, the series converges too slowly");
}
