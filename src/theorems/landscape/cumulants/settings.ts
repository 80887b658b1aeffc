/** Random finite laws of vectors and symmetric matrices, pure functions of a seed, and what their checks allow. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { seedOf } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export { size } from "../../parameters.js";

export const seed = seedOf("Seed of the random law: it is a pure function of it and of the sizes.");

export const streamOf = (from: number, draw: number): GaussianStream =>
  new GaussianStream({ seed: from, sample: 11, draw });

export const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** `count` numbers that sum to 1; one of them is now and then 0. */
export function randomProbabilities(stream: GaussianStream, count: number): readonly number[] {
  const shares = range(count).map((k) => (k > 0 && stream.uniform() < 0.1 ? 0 : stream.uniform()));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

export function randomSymmetric(stream: GaussianStream, n: number): readonly (readonly number[])[] {
  const entries = range(n).map(() => range(n).map(() => stream.next()));
  return entries.map((row, i) => row.map((entry, j) => (i < j ? entries[j]![i]! : entry)));
}

/** A random symmetric n x n matrix with `count` values. */
export function randomEnsemble(from: number, n: number, count: number) {
  const stream = streamOf(from, 2);
  const matrices = range(count).map(() => randomSymmetric(stream, n));
  return { matrices, probabilities: randomProbabilities(stream, count) };
}

/** The symmetric matrices of signs times s, 2^(n (n+1)/2) of them, each as likely: the entries on and above the diagonal are independent. */
export const signMatrices = (n: number, s: number): readonly (readonly (readonly number[])[])[] =>
  range(2 ** ((n * (n + 1)) / 2)).map((code) =>
    range(n).map((i) =>
      range(n).map((j) => {
        const [a, b] = [Math.max(i, j), Math.min(i, j)];
        return (code >> ((a * (a + 1)) / 2 + b)) & 1 ? s : -s;
      }),
    ),
  );

export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-9,
  why: "sums of products of moments of order 1 to 100, of which a hundredth is left",
};

/** For upper bounds that are attained at some points. */
export const slack: Tolerance = { unit: "rel", limit: 1e-11, why: "rounding where the two sides are equal" };
