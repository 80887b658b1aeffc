import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { portableLog } from "../../numeric/random/portableLog.js";
import { oneOf } from "../../numeric/shape.js";

/** Laws of mean 0 and variance 1. "exponential" is skewed, "sparse" is 0 with probability 3/4 and +-2 else. */
export const entryLaws = ["gaussian", "rademacher", "uniform", "exponential", "sparse"] as const;
export type EntryLaw = (typeof entryLaws)[number];

/** Throws TheoryError "domain" for another name. */
export const assertLaw = (law: EntryLaw): void => oneOf(...entryLaws)("law", law);

/** One number of that law. */
export function drawEntry(law: EntryLaw, stream: GaussianStream): number {
  if (law === "gaussian") return stream.next();
  const u = stream.uniform();
  if (law === "rademacher") return u < 0.5 ? -1 : 1;
  if (law === "uniform") return Math.sqrt(12) * (u - 0.5);
  if (law === "exponential") return -portableLog(u) - 1;
  return u < 0.75 ? 0 : u < 0.875 ? -2 : 2;
}
