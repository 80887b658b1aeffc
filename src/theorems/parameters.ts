/** Parameters and tolerances that theorems of all areas share. */
import type { Tolerance } from "./theorem.js";

/** `doc` says of what: random objects are pure functions of it and of the sizes. */
export const seedOf = (doc: string) => ({ set: "integer", min: 0, max: 2 ** 32 - 1, doc }) as const;

export const size = <const Min extends number, const Max extends number>(min: Min, max: Max, doc: string) =>
  ({ set: "integer", min, max, doc }) as const;

export const choice = <const Of extends readonly string[]>(of: Of, doc: string) =>
  ({ set: "choice", of, doc }) as const;

/** For counts and truth values. */
export const counted: Tolerance = { unit: "abs", limit: 0, why: "whole numbers" };
