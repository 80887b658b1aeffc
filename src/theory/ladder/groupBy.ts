/**
 * Every probability and conditional mean of a ladder, as a sum over its atoms: P(z_alpha), P_ab = P(z_beta | z_alpha) (rows sum
 * to 1), E[h | z_alpha], E[h | x_alpha], G~ = diag(P(z)) G (Tian et al. 2019, Tables 1 and 2).
 * No event has probability zero, so nothing here divides by zero. A table entry that must be 0 or 1 is so exactly: the sums of an
 * event and of its only value run over the same atoms in the same order.
 */
import { domainError } from "../../numeric/domain.js";
import { assertShapes, vector } from "../../numeric/shape.js";
import type { Ladder, Region } from "./ladder.js";
import { groupingShape, ladderShape, regionShape } from "./shapes.js";

/** A partition of the atoms: the group of each, 0 .. count-1. Every group has an atom. */
export interface Grouping {
  readonly of: readonly number[];
  readonly count: number;
}

/** The atoms by z_alpha. */
export function byEvent(region: Region): Grouping {
  regionShape("region", region);
  return { of: region.event, count: region.events.length };
}

/** The atoms by x_alpha. */
export function byContent(region: Region): Grouping {
  regionShape("region", region);
  return { of: region.content, count: region.contents.length };
}

/** The atoms by both: groups that occur, in the order (first, second). `parts` has the two groups of each. */
export function byBoth(
  first: Grouping,
  second: Grouping,
): Grouping & { readonly parts: readonly (readonly [number, number])[] } {
  const keys = first.of.map((group, atom) => group * second.count + second.of[atom]!);
  const occurring = [...new Set(keys)].sort((a, b) => a - b);
  const place = new Map(occurring.map((key, at) => [key, at]));
  return {
    of: keys.map((key) => place.get(key)!),
    count: occurring.length,
    parts: occurring.map((key) => [Math.floor(key / second.count), key % second.count] as const),
  };
}

/** The probability of each group: all positive, sum 1. */
export function massesOf(ladder: Ladder, groups: Grouping): readonly number[] {
  ladderShape("ladder", ladder);
  assertGroups(ladder, groups);
  const masses = new Array<number>(groups.count).fill(0);
  for (let atom = 0; atom < ladder.weights.length; atom++) masses[groups.of[atom]!]! += ladder.weights[atom]!;
  return masses;
}

/** Larger tables are refused. */
const MAXIMUM_TABLE = 2e7;

/**
 * P(second | first): first.count rows that sum to 1, second.count columns.
 * Throws TheoryError for more than 2e7 entries and for groups of another ladder.
 */
export function tableBetween(ladder: Ladder, first: Grouping, second: Grouping): readonly (readonly number[])[] {
  ladderShape("ladder", ladder);
  if (first.count * second.count > MAXIMUM_TABLE) {
    const found = `${first.count} x ${second.count} entries`;
    throw domainError("table", found, `at most ${MAXIMUM_TABLE} entries`, "Use fewer atoms, or coarser contents.");
  }
  assertGroups(ladder, second);
  const masses = massesOf(ladder, first);
  const joint = Array.from({ length: first.count }, () => new Array<number>(second.count).fill(0));
  for (let atom = 0; atom < ladder.weights.length; atom++) {
    joint[first.of[atom]!]![second.of[atom]!]! += ladder.weights[atom]!;
  }
  return joint.map((row, group) => row.map((mass) => mass / masses[group]!));
}

/** E[h | group] for each group; `values` has h of every atom. Throws TheoryError for another length. */
export function conditionalMeans(ladder: Ladder, values: ArrayLike<number>, groups: Grouping): readonly number[] {
  assertShapes({ ladder: ladderShape, values: vector, groups: groupingShape }, { ladder, values, groups });
  assertPerAtom(ladder, values);
  const masses = massesOf(ladder, groups);
  const sums = new Array<number>(groups.count).fill(0);
  for (let atom = 0; atom < values.length; atom++) sums[groups.of[atom]!]! += ladder.weights[atom]! * values[atom]!;
  return sums.map((sum, group) => sum / masses[group]!);
}

/** E[h]. */
export function meanOf(ladder: Ladder, values: ArrayLike<number>): number {
  assertPerAtom(ladder, values);
  let sum = 0;
  for (let atom = 0; atom < values.length; atom++) sum += ladder.weights[atom]! * values[atom]!;
  return sum;
}

/** Cov(h, k | group) for each group, from centred values: no cancellation. */
export function conditionalCovariances(
  ladder: Ladder,
  h: ArrayLike<number>,
  k: ArrayLike<number>,
  groups: Grouping,
): readonly number[] {
  assertShapes({ ladder: ladderShape, h: vector, k: vector, groups: groupingShape }, { ladder, h, k, groups });
  const meansOfH = conditionalMeans(ladder, h, groups);
  const meansOfK = conditionalMeans(ladder, k, groups);
  const products = groups.of.map((group, atom) => (h[atom]! - meansOfH[group]!) * (k[atom]! - meansOfK[group]!));
  return conditionalMeans(ladder, products, groups);
}

/** P(z_alpha), m_alpha entries. */
export const priorsOf = (ladder: Ladder, region: Region): readonly number[] => massesOf(ladder, byEvent(region));

/** P_ab = P(z_beta = b | z_alpha = a), m_alpha x m_beta, for any two regions. */
export const conditionalTable = (ladder: Ladder, alpha: Region, beta: Region): readonly (readonly number[])[] =>
  tableBetween(ladder, byEvent(alpha), byEvent(beta));

/** G~ = diag(P(z)) G: row a of G times P(z = a). */
export function weighedByPriors(
  priors: readonly number[],
  rows: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return rows.map((row, a) => row.map((entry) => priors[a]! * entry));
}

function assertGroups(ladder: Ladder, { of }: Grouping): void {
  if (of.length === ladder.weights.length) return;
  const wanted = `a group for each of the ladder's ${ladder.weights.length} atoms`;
  throw domainError("groups", `${of.length} groups`, wanted, "Pass a region of the same ladder.");
}

function assertPerAtom(ladder: Ladder, values: ArrayLike<number>): void {
  if (values.length === ladder.weights.length) return;
  throw domainError(
    "values",
    `${values.length} numbers`,
    `one number for each of the ladder's ${ladder.weights.length} atoms of positive weight`,
    "Leave out the values of atoms of weight zero: `kept` lists the others.",
  );
}
