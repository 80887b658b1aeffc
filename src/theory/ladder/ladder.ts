/**
 * The summarisation ladder (Tian et al. 2019, Sec. 3.1) on finitely many weighted atoms: an atom is one input x with its probability,
 * and in a stochastic ladder also with one draw of every label. Each region alpha has a receptive field, the content x_alpha and the
 * summary z_alpha of every atom. All probabilities and conditional means are sums over atoms: see groupBy.ts. The atoms are ours.
 */
import { domainError } from "../../numeric/domain.js";
import { assertShapes } from "../../numeric/shape.js";
import { ladderShape } from "./shapes.js";

/**
 * What the labels are functions of. "nested": z_alpha is a function of x_alpha, and of the labels of the children where it has any
 * (Sec. 3.1); "content": of x_alpha only; "stochastic": neither, z_alpha is random given x_alpha.
 */
export type Nesting = "nested" | "content" | "stochastic";

/** A receptive field with its contents and events. */
export interface Region {
  readonly id: string;
  /** The pixels that it covers, in the order of its contents. Those of a child are among those of its parent. */
  readonly pixels: readonly number[];
  readonly children: readonly string[];
  readonly parents: readonly string[];
  /** The distinct contents of positive probability, each with the values of `pixels`, in lexicographic order. */
  readonly contents: readonly (readonly number[])[];
  /** The label of each event of positive probability, ascending: m_alpha of them. Event a is the one with label events[a]. */
  readonly events: readonly number[];
  /** x_alpha of every atom: an index into `contents`. */
  readonly content: readonly number[];
  /** z_alpha of every atom: an index into `events`. */
  readonly event: readonly number[];
}

/** Atoms of positive probability with nested regions. Made by the builders, which check it; frozen. */
export interface Ladder {
  /** The probability of each atom; they sum to 1. */
  readonly weights: readonly number[];
  /** The place of each atom in the builder's list: atoms of weight zero are left out, so that no event has probability zero. */
  readonly kept: readonly number[];
  /** How many atoms the builder was given. */
  readonly given: number;
  /** Every region, children before their parents. */
  readonly regions: readonly Region[];
  readonly nesting: Nesting;
}

/** The region of that name. Throws TheoryError for an unknown one. */
export function regionOf(ladder: Ladder, id: string): Region {
  assertShapes({ ladder: ladderShape }, { ladder });
  const region = ladder.regions.find((one) => one.id === id);
  if (region !== undefined) return region;
  const known = ladder.regions.map((one) => one.id).join(", ");
  throw domainError("region", id, `a region of the ladder: ${known}`, "Name one of the ladder's regions.");
}

/** The regions that no other region covers, in the ladder's order; a ladder of images has one, the whole image. */
export function topRegions(ladder: Ladder): readonly Region[] {
  assertShapes({ ladder: ladderShape }, { ladder });
  return ladder.regions.filter(({ parents }) => parents.length === 0);
}

/** The regions without children: the bottom of the ladder. */
export function leafRegions(ladder: Ladder): readonly Region[] {
  assertShapes({ ladder: ladderShape }, { ladder });
  return ladder.regions.filter(({ children }) => children.length === 0);
}

/** Every pair of a region and one of its children. */
export function familyPairs(ladder: Ladder): readonly { readonly parent: Region; readonly child: Region }[] {
  assertShapes({ ladder: ladderShape }, { ladder });
  return ladder.regions.flatMap((parent) => parent.children.map((id) => ({ parent, child: regionOf(ladder, id) })));
}
