/** Random self-energies and means, pure functions of a seed. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { seedOf } from "../../parameters.js";
import type { ComplexRows, Rows } from "./complexRows.js";

export { size } from "../../parameters.js";

export const seed = seedOf("Seed of the random matrices: they are a pure function of it and of the sizes.");

/** Im z: of order 1, so that the plain iteration settles. */
export const eta = { set: "real", min: 0.5, max: 3, doc: "Imaginary part of z." } as const;
export const energy = { set: "real", min: -3, max: 3, doc: "Real part E of z." } as const;

export const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);
export const streamOf = (from: number, draw: number): GaussianStream =>
  new GaussianStream({ seed: from, sample: 13, draw });

export function randomSymmetric(from: number, draw: number, n: number): Rows {
  const stream = streamOf(from, draw);
  const entries = range(n).map(() => range(n).map(() => stream.next()));
  return entries.map((row, i) => row.map((entry, j) => (i < j ? entries[j]![i]! : entry)));
}

/** Symmetric variances from 0 up; some are 0, and none of the diagonal. */
export function randomVariances(from: number, n: number): Rows {
  const stream = streamOf(from, 1);
  const entries = range(n).map((i) =>
    range(n).map((j) => (i !== j && stream.uniform() < 0.15 ? 0 : 2 * stream.uniform())),
  );
  return entries.map((row, i) => row.map((entry, j) => (i < j ? entries[j]![i]! : entry)));
}

/** Numbers that sum to 1. */
export function randomShares(from: number, draw: number, n: number): readonly number[] {
  const stream = streamOf(from, draw);
  const shares = range(n).map(() => 0.1 + stream.uniform());
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/** E[W R W]/N for independent entries of these variances, entry by entry of the sum over k, l of W_ik R_kl W_lj. */
export function literalImage(variances: Rows, R: ComplexRows): ComplexRows {
  const n = variances.length;
  const part = (rows: Rows) =>
    range(n).map((i) =>
      range(n).map((j) => {
        let sum = 0;
        for (const k of range(n)) {
          for (const l of range(n)) {
            const same = (i === l && k === j) || (i === j && k === l);
            if (same) sum += variances[i]![k]! * rows[k]![l]!;
          }
        }
        return sum / n;
      }),
    );
  return { re: part(R.re), im: part(R.im) };
}
