import fc from "fast-check";

/** A fixed stream of numbers in (-1/2, 1/2). */
export function stream(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  for (let i = 0; i < 4; i++) state = (state * 48271) % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647 - 0.5;
  };
}

/** F F^T of a random size x rank F whose columns fall from 1 to 10^(-decades/2). */
export function randomCovariance(size: number, rank: number, seed: number, decades = 0): number[][] {
  const next = stream(seed);
  const rows = Array.from({ length: size }, () =>
    Array.from({ length: rank }, (_, k) => next() * 10 ** ((-decades * k) / (2 * Math.max(1, rank - 1)))),
  );
  return rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + x * b[k], 0)));
}

export interface CovarianceCase {
  readonly size: number;
  readonly rank: number;
  readonly decades: number;
  readonly seed: number;
}

/** Random covariances of any rank from 1, condition numbers up to 1e6. */
export const covarianceCases = (smallest: number, largest: number): fc.Arbitrary<CovarianceCase> =>
  fc
    .record({
      size: fc.integer({ min: smallest, max: largest }),
      share: fc.double({ min: 0, max: 1.5, noNaN: true }),
      decades: fc.constantFrom(0, 2, 6),
      seed: fc.integer({ min: 1, max: 1e9 }),
    })
    .map(({ size, share, decades, seed }) => ({ size, rank: Math.max(1, Math.round(share * size)), decades, seed }));

export const covarianceOf = ({ size, rank, decades, seed }: CovarianceCase): number[][] =>
  randomCovariance(size, rank, seed, decades);

export const largestGap = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.map((row, i) => Math.max(...row.map((value, j) => Math.abs(value - b[i][j])))));
