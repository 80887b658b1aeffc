import type { Tolerance } from "../../theorem.js";

/** For products of at most five layers of at most nine numbers. */
export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-11,
  why: "rounding of products of at most five layers, which may cancel to a thousandth of their terms",
};

/** For numbers that are copied or made by the same operations. */
export const identical: Tolerance = { unit: "abs", limit: 0, why: "the same operations on the same numbers" };
