import type { BatchNorm } from "../batchNorm.js";
import type { Verdict } from "./settled.js";

/** What a person should know about where a path of so many layers went. */
export function notesFor(
  { kind, attractor, period }: Verdict,
  bsb1: BatchNorm,
  { width, seed, layers }: { readonly width: number; readonly seed: number; readonly layers: number },
): string[] {
  if (kind === "bsb2" && attractor !== null) {
    const [one, two] = attractor.sizes;
    const merged = attractor.merged.findIndex((is) => is);
    const size = attractor.sizes[merged as 0 | 1];
    return [
      `The batch parts into ${one} and ${two} samples.`,
      ...(merged < 0 ? [] : [`The ${size} samples of one group become one: the network cannot tell them apart.`]),
      `Other group sizes may attract too: this is the path of seed ${seed} at width ${width}.`,
    ];
  }
  switch (kind) {
    case "bsb1":
      return bsb1.stability.verdict === "stable" ? [] : ["BSB1 is not stable, yet the path stays near it."];
    case "cycle":
      return [`The covariance returns after ${period} layers; no gradient growth is computed along a cycle.`];
    case "collapse":
      return ["All samples become alike: the network forgets its input."];
    case "undecided":
      return [
        `No attractor was recognised within ${layers} layers: more steps, or a larger width (less noise), may decide.`,
      ];
    default:
      return [];
  }
}
