import type { Tolerance } from "../../theorem.js";

export { counted } from "../../parameters.js";

/** For sums of some ten products of numbers of order 1. */
export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-11,
  why: "rounding of sums of some ten products, which may cancel to a thousandth of their terms",
};

/** For second differences over steps of at least 5e-4. */
export const kinkRounding: Tolerance = {
  unit: "abs",
  limit: 1e-9,
  why: "values of order 100 rounded at 1e-14, divided by steps of at least 5e-4",
};

/** For what is zero up to rounding. */
export const vanishing: Tolerance = {
  unit: "abs",
  limit: 1e-10,
  why: "sums of products of order 10 that cancel, rounded",
};
