/**
 * Focus and broadness of knowledge (Tian et al. 2019, Theorem 2) as total-variation distances, largest over the conditioning events:
 *   focus:     TV(P(x_beta  | z_alpha = a, z_beta = b), P(x_beta  | z_beta  = b)),
 *   broadness: TV(P(x_alpha | z_alpha = a, z_beta = b), P(x_alpha | z_alpha = a)).
 * The distance is half the sum of absolute differences: 0 where the condition holds, at most 1. The measure is ours.
 */
import { byBoth, byContent, byEvent, type Grouping, massesOf } from "../groupBy.js";
import type { Ladder, Region } from "../ladder.js";

/** How far a condition is from holding. */
export interface Violation {
  /** The largest distance; 0 means that the condition holds. */
  readonly largest: number;
  /** The labels (z_alpha, z_beta) where it occurs first. */
  readonly at: readonly [number, number];
  /** Every pair of labels of positive probability, with its distance. */
  readonly events: readonly { readonly alpha: number; readonly beta: number; readonly distance: number }[];
}

/** How far P(x_beta | z_alpha, z_beta) is from P(x_beta | z_beta). Error about 1e-15. */
export const focusViolation = (ladder: Ladder, alpha: Region, beta: Region): Violation =>
  violation(ladder, alpha, beta, byContent(beta), byEvent(beta));

/** How far P(x_alpha | z_alpha, z_beta) is from P(x_alpha | z_alpha). In a nested ladder the distance is 1 - P(z_beta | z_alpha). */
export const broadnessViolation = (ladder: Ladder, alpha: Region, beta: Region): Violation =>
  violation(ladder, alpha, beta, byContent(alpha), byEvent(alpha));

function violation(ladder: Ladder, alpha: Region, beta: Region, content: Grouping, given: Grouping): Violation {
  const pairs = byBoth(byEvent(alpha), byEvent(beta));
  const distances = distancesWithin(ladder, content, pairs, given);
  const worst = distances.reduce((at, distance, pair) => (distance > distances[at]! ? pair : at), 0);
  const labels = pairs.parts.map(([a, b]) => [alpha.events[a]!, beta.events[b]!] as const);
  return {
    largest: distances[worst]!,
    at: labels[worst]!,
    events: labels.map(([a, b], pair) => ({ alpha: a, beta: b, distance: distances[pair]! })),
  };
}

/**
 * TV(P(content | fine), P(content | coarse)) of each fine group, which lies in one coarse group: the sum of what P(. | fine) has in
 * excess, so that only contents of the fine group are visited. Linear in the atoms.
 */
function distancesWithin(ladder: Ladder, content: Grouping, fine: Grouping, coarse: Grouping): readonly number[] {
  const inFine = byBoth(fine, content);
  const inCoarse = byBoth(coarse, content);
  const [fineMasses, coarseMasses] = [massesOf(ladder, fine), massesOf(ladder, coarse)];
  const [fineJoint, coarseJoint] = [massesOf(ladder, inFine), massesOf(ladder, inCoarse)];
  const distances = new Array<number>(fine.count).fill(0);
  const seen = new Set<number>();
  for (let atom = 0; atom < ladder.weights.length; atom++) {
    const cell = inFine.of[atom]!;
    if (seen.has(cell)) continue;
    seen.add(cell);
    const group = fine.of[atom]!;
    const narrow = fineJoint[cell]! / fineMasses[group]!;
    const wide = coarseJoint[inCoarse.of[atom]!]! / coarseMasses[coarse.of[atom]!]!;
    distances[group]! += Math.max(0, narrow - wide);
  }
  return distances.map((distance) => Math.min(1, distance));
}
