import type { BatchNorm } from "../batchNorm.js";
import type { Attractor } from "./attractor.js";
import type { Verdict } from "./settlement.js";

export interface PathFacts {
  readonly width: number;
  readonly seed: number;
  readonly layers: number;
  /** For undecided paths: an attractor with the groups of the last layer. */
  readonly nearest: Attractor | null;
}

function undecided({ width, layers, nearest }: PathFacts): string[] {
  const remedy = "more steps, or a larger width (less noise), may decide.";
  const first = `No attractor was recognised within ${layers} layers: ${remedy}`;
  if (nearest === null) return [first];
  const [one, two] = nearest.sizes;
  const rate = Number.isFinite(nearest.rate.value) ? `, where the rate is ${nearest.rate.value.toFixed(4)}` : "";
  return [
    first,
    `Groups of ${one} and ${two}, the last ones seen, do attract${rate}, but the noise of width ${width} keeps the path away.`,
  ];
}

/** What a person should know about where a path went. */
export function notesFor({ kind, attractor, period }: Verdict, bsb1: BatchNorm, facts: PathFacts): string[] {
  const { width, seed } = facts;
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
      return undecided(facts);
    default:
      return [];
  }
}
