export const absolute = (a: bigint): bigint => (a < 0n ? -a : a);

const limit = BigInt(Number.MAX_SAFE_INTEGER);

function gcdSafe(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The greatest common divisor, >= 0; gcd(0, 0) = 0. */
export function gcdInteger(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) {
    // Doubles are several times faster than BigInts, and exact here.
    if (x <= limit && y <= limit) return BigInt(gcdSafe(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

/** The least common multiple of two positive integers. */
export const lcmInteger = (a: bigint, b: bigint): bigint => (a / gcdInteger(a, b)) * b;

/** The length of |a| in 64-bit words, at least 1: what arithmetic with it costs. */
export const wordsOf = (a: bigint): number =>
  a === BigInt.asIntN(64, a) ? 1 : Math.ceil(absolute(a).toString(16).length / 16);
