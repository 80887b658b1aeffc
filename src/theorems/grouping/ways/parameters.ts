/** Parameters and tolerances that many theorems of the area share. */
import { seedOf } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export { counted, size } from "../../parameters.js";

export const seed = seedOf("Seed of the random objects: they are a pure function of it and of the sizes.");

/** For sums of products of probabilities. */
export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-13,
  why: "sums of up to a thousand products of probabilities, of size 1 at most, rounded",
};
