import type { Assertion } from "../experiment.js";

/** A student is matched to a teacher above this centred correlation of their activations (section 6.2). */
export const MATCHED = 0.95;

/** The share of teachers that are matched; `best` has each teacher's largest correlation. */
export const matchedRate = (best: readonly number[]): number =>
  best.filter((correlation) => correlation > MATCHED).length / best.length;

/** That most teachers are matched, whatever their seed. */
export const assertMostMatched = (matched: number, teachers: number): Assertion => ({
  says: "more than nine teachers of ten are matched by a student",
  holds: matched > 0.9 * teachers,
  detail: `${matched} of ${teachers}`,
});
