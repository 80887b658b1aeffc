import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { portableLog } from "../../numeric/random/portableLog.js";

/** Laws of mean 0 and variance 1. "exponential" is skewed, "sparse" is 0 with probability 3/4 and +-2 else. */
export const entryLaws = ["gaussian", "rademacher", "uniform", "exponential", "sparse"] as const;
export type EntryLaw = (typeof entryLaws)[number];

/** One number of that law. */
export function drawEntry(law: EntryLaw, stream: GaussianStream): number {
  if (law === "gaussian") return stream.next();
  const u = stream.uniform();
  if (law === "rademacher") return u < 0.5 ? -1 : 1;
  if (law === "uniform") return Math.sqrt(12) * (u - 0.5);
  if (law === "exponential") return -portableLog(u) - 1;
  return u < 0.75 ? 0 : u < 0.875 ? -2 : 2;
}
