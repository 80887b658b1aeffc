import { exponentOf } from "./doubles.js";

const hexDigitsOf = (a: bigint) => (a < 0n ? -a : a).toString(16).length;

/** The least n with |a| < 2^n, or one more where the nearest double of a is a power of two; 0 for a = 0. */
export function bitLength(a: bigint): number {
  const x = Math.abs(Number(a));
  if (x === 0) return 0;
  return x < Number.POSITIVE_INFINITY ? exponentOf(x) + 1 : 4 * hexDigitsOf(a);
}

/** floor(a 2^count), count of either sign. */
export const shift = (a: bigint, count: number): bigint => (count >= 0 ? a << BigInt(count) : a >> BigInt(-count));

/** floor(sqrt(a)) for a >= 0: Newton from the root of the upper half of the bits, then the exact check. */
export function integerSquareRoot(a: bigint): bigint {
  if (a < 1n << 52n) return BigInt(Math.floor(Math.sqrt(Number(a))));
  const half = BigInt(Math.max(1, Math.floor((bitLength(a) - 1) / 4)));
  const start = a < 1n << 104n ? BigInt(Math.floor(Math.sqrt(Number(a)))) : integerSquareRoot(a >> (2n * half)) << half;
  let root = (start + a / start) >> 1n;
  while (root * root > a) root -= 1n;
  while ((root + 1n) * (root + 1n) <= a) root += 1n;
  return root;
}
