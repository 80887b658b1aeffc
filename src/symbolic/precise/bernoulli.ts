/** B_2k = numerator/denominator, k >= 1, not in lowest terms. */
export interface BernoulliNumber {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * B_2 .. B_2n from the tangent numbers: B_2k = (-1)^(k-1) 2k T_k / (4^k (4^k - 1)), T by the integer recurrence of Brent and Harvey,
 * "Fast computation of Bernoulli, tangent and secant numbers" (2011), algorithm 1.
 */
function compute(n: number): readonly BernoulliNumber[] {
  const tangents: bigint[] = [1n];
  for (let k = 1; k < n; k += 1) tangents.push(BigInt(k) * tangents[k - 1]!);
  for (let k = 1; k < n; k += 1) {
    for (let j = k; j < n; j += 1) {
      tangents[j] = BigInt(j - k) * tangents[j - 1]! + BigInt(j - k + 2) * tangents[j]!;
    }
  }
  return tangents.map((tangent, i) => {
    const four = 1n << BigInt(2 * (i + 1));
    const numerator = BigInt(2 * (i + 1)) * tangent;
    return { numerator: i % 2 === 0 ? numerator : -numerator, denominator: four * (four - 1n) };
  });
}

/** Keeps the longest list asked for so far. */
function growing(): (k: number) => BernoulliNumber {
  let known: readonly BernoulliNumber[] = [];
  return (k) => {
    if (k > known.length) known = compute(Math.max(k, 2 * known.length, 32));
    return known[k - 1]!;
  };
}

export const bernoulli: (k: number) => BernoulliNumber = growing();
