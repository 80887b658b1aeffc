/** A student is matched to a teacher above this centred correlation of their activations (section 6.2). */
export const MATCHED = 0.95;

/** The share of teachers that are matched; `best` has each teacher's largest correlation. */
export const matchedRate = (best: readonly number[]): number =>
  best.filter((correlation) => correlation > MATCHED).length / best.length;
