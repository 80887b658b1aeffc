const factorial = (k: number): bigint => (k < 2 ? 1n : BigInt(k) * factorial(k - 1));

/**
 * How many of the pairings of i copies of z1 and j copies of z2 have exactly k mixed pairs, by k:
 *
 *   i! j! / (k! ((i-k)/2)! ((j-k)/2)! 2^(m-k)),   m = (i+j)/2,   k = min(i, j), min(i, j) - 2, ...
 *
 * None for odd i + j. Source: L. Isserlis, Biometrika 12 (1918) 134-139.
 * Throws a RangeError unless i and j are whole numbers from 0 to 100.
 */
export function pairings(i: number, j: number): readonly { readonly mixed: number; readonly ways: bigint }[] {
  for (const power of [i, j]) {
    if (!Number.isInteger(power) || power < 0 || power > 100)
      throw new RangeError(`${power} is no power from 0 to 100`);
  }
  if ((i + j) % 2 === 1) return [];
  const found = [];
  for (let mixed = Math.min(i, j); mixed >= 0; mixed -= 2) {
    const own = factorial(mixed) * factorial((i - mixed) / 2) * factorial((j - mixed) / 2);
    const pairs = own * 2n ** BigInt((i + j) / 2 - mixed);
    found.push({ mixed, ways: (factorial(i) * factorial(j)) / pairs });
  }
  return found;
}
