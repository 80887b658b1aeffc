import type { Tolerance } from "../../theorem.js";

/** For solutions at Im z of order 1. */
export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "rounding, and the last step of an iteration that halves its error; entries are of order 1",
};

/** For densities on the real axis, which come with their errors. */
export const density: Tolerance = {
  unit: "abs",
  limit: 1e-9,
  why: "rounding of closed forms with square roots near an edge; the solver's own error is added",
};
