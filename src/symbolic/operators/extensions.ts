import type { Field } from "../algebra/field.js";
import { rational } from "../rational.js";

/** A tuple of samples next to `used` known ones, up to renaming the others. */
export interface Extension {
  /** Below `used`: that known sample. From `used` on: other samples, numbered as they appear. */
  readonly labels: readonly number[];
  /** How many different other samples appear. */
  readonly fresh: number;
}

/**
 * All ways a tuple of `length` samples can coincide with the samples 0 .. used-1 and within itself; each stands for
 * `countExtensions(..., used, fresh)` tuples. Every sum over samples in this folder is a sum over these.
 * extensions(0, n) are the set partitions of n things.
 */
export function extensions(used: number, length: number): readonly Extension[] {
  if (length === 0) return [{ labels: [], fresh: 0 }];
  return extensions(used, length - 1).flatMap(({ labels, fresh }) =>
    Array.from({ length: used + fresh + 1 }, (_, label) => ({
      labels: [...labels, label],
      fresh: label < used + fresh ? fresh : fresh + 1,
    })),
  );
}

/** (B - used)(B - used - 1) ... with `fresh` factors: the choices of that many different samples, polynomial in B. */
export function countExtensions<T>(field: Field<T>, batch: T, used: number, fresh: number): T {
  let count = field.one;
  for (let taken = used; taken < used + fresh; taken++) {
    count = field.multiply(count, field.subtract(batch, field.fromRational(rational(taken))));
  }
  return count;
}
