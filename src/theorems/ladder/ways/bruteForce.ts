/** Probabilities of a ladder by adding up atoms one condition at a time, keyed by texts: none of the group-bys of the theory. */
import type { Ladder, Region } from "../../../theory/ladder/ladder.js";

/** The pixels that a region shows. */
export const contentText = ({ content, contents }: Region, atom: number): string => contents[content[atom]!]!.join(",");

/** The label of a region. */
export const label = ({ event, events }: Region, atom: number): number => events[event[atom]!]!;

/** E[h | condition]. */
export function meanWhere(
  { weights }: Ladder,
  h: (atom: number) => number,
  condition: (atom: number) => boolean,
): number {
  let [sum, mass] = [0, 0];
  for (const [atom, weight] of weights.entries()) {
    if (!condition(atom)) continue;
    sum += weight * h(atom);
    mass += weight;
  }
  return sum / mass;
}

/** P(what = . | condition), every text that occurs at all. */
export function distributionWhere(
  ladder: Ladder,
  what: (atom: number) => string,
  condition: (atom: number) => boolean,
): ReadonlyMap<string, number> {
  const texts = new Set(ladder.weights.map((_, atom) => what(atom)));
  return new Map(
    [...texts].map((text) => [text, meanWhere(ladder, (atom) => (what(atom) === text ? 1 : 0), condition)]),
  );
}

/** Half the sum of absolute differences. */
export function totalVariation(p: ReadonlyMap<string, number>, q: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [text, mass] of p) sum += Math.abs(mass - q.get(text)!);
  return sum / 2;
}

/** TV(P(what | one), P(what | other)). */
export const distanceBetween = (
  ladder: Ladder,
  what: (atom: number) => string,
  one: (atom: number) => boolean,
  other: (atom: number) => boolean,
): number => totalVariation(distributionWhere(ladder, what, one), distributionWhere(ladder, what, other));

/** The pairs of labels (z_alpha, z_beta) that occur, each once, ascending. */
export function labelPairs(ladder: Ladder, alpha: Region, beta: Region): readonly (readonly [number, number])[] {
  const texts = new Set(ladder.weights.map((_, atom) => `${label(alpha, atom)} ${label(beta, atom)}`));
  const pairs = [...texts].map((text) => text.split(" ").map(Number) as [number, number]);
  return pairs.sort(([a, b], [c, d]) => a - c || b - d);
}
