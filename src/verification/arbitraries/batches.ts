import { constantFrom, integer, oneof } from "fast-check";

/** Batch sizes up to 1e8, with the edges that change the algorithm. */
export const batches = oneof(
  { weight: 3, arbitrary: constantFrom(4, 5, 6, 7, 8, 9, 15, 16, 17, 64, 542, 1e4, 1e6, 1e8) },
  { weight: 1, arbitrary: integer({ min: 4, max: 600 }) },
);
