/** Parameters and tolerances that many theorems of the area share. */
import type { Tolerance } from "../../theorem.js";

export const seed = {
  set: "integer",
  min: 0,
  max: 2 ** 32 - 1,
  doc: "Seed of the random objects: they are a pure function of it and of the sizes.",
} as const;

export const size = <const Min extends number, const Max extends number>(min: Min, max: Max, doc: string) =>
  ({ set: "integer", min, max, doc }) as const;

/** For sums of products of probabilities. */
export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-13,
  why: "sums of up to a thousand products of probabilities, of size 1 at most, rounded",
};

/** For counts and truth values. */
export const counted: Tolerance = { unit: "abs", limit: 0, why: "whole numbers" };
