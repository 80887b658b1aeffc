/**
 * Sums of ReLU nodes on a convex region in their normal form: with one unit vector u_s per hyperplane that cuts the region,
 *   sum_k v_k relu(w_k.x) = sum_s C_s relu(u_s.x) + P.[x, 1],   C_s = sum_{k on s} v_k |w_k|,
 * since relu(-z) = relu(z) - z and a node that does not cut the region is affine or zero on it. The C_s and P are unique (Lemma 3 of Tian 2020,
 * corrected: relu's of distinct hyperplanes that cut an open convex region are independent, and of affine functions too).
 */

import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { preactivation } from "../network/preactivation.js";
import type { Polytope } from "../regions/polytope.js";
import { rangeOver } from "../regions/rangeOver.js";
import { behaviourOn } from "./boundaryIn.js";
import { alignmentGroups } from "./hyperplanes.js";

/** v relu(w~.x + b): `row` is [w~, b], `fanOut` is v. */
export interface ReluTerm {
  readonly row: readonly number[];
  readonly fanOut: readonly number[];
}

export interface HyperplaneForm {
  /** Hyperplanes that cut the region, with C_s and the terms on them. */
  readonly kinks: readonly {
    /** u_s, unit, bias included. */
    readonly hyperplane: readonly number[];
    readonly coefficient: readonly number[];
    readonly terms: readonly number[];
  }[];
  /** P, outputs x (d + 1). */
  readonly affine: readonly (readonly number[])[];
  /** Bounds the largest entry of |sum_k v_k relu(w_k.x)| over the region: sum_s |C_s| max relu(u_s.x) + max |P.[x, 1]|. */
  readonly size: number;
  /** The largest entry of sum_k |v_k| max relu(w_k.x), to compare `size` with. */
  readonly scale: number;
}

const largestOf = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Largest relu(w~.x + b) over the region. */
const largestRelu = (region: Polytope, row: readonly number[]) =>
  Math.max(0, rangeOver(region, row.slice(0, region.dimension))[1] + row[region.dimension]!);

function addOuter(target: number[][], v: readonly number[], row: readonly number[]): void {
  for (const [c, entry] of v.entries()) {
    for (const [i, w] of row.entries()) target[c]![i]! += entry * w;
  }
}

function sizeOf(region: Polytope, kinks: HyperplaneForm["kinks"], affine: readonly (readonly number[])[]): number {
  const d = region.dimension;
  const ends = affine.map((row) => rangeOver(region, row.slice(0, d)).map((end) => Math.abs(end + row[d]!)));
  const sizes = ends.map(([low, high], c) =>
    kinks.reduce(
      (sum, { hyperplane, coefficient }) => sum + Math.abs(coefficient[c]!) * largestRelu(region, hyperplane),
      Math.max(low!, high!),
    ),
  );
  return largestOf(sizes);
}

/** The normal form of sum_k v_k relu(w_k.x) on the region; no terms give the zero function of `outputs` outputs. */
export function hyperplaneForm(region: Polytope, terms: readonly ReluTerm[], outputs: number): HyperplaneForm {
  const affine = Array.from({ length: outputs }, () => new Array<number>(region.dimension + 1).fill(0));
  const behaviours = terms.map(({ row }) => behaviourOn(region, row));
  for (const [t, { row, fanOut }] of terms.entries()) if (behaviours[t] === "active") addOuter(affine, fanOut, row);
  const cutting = [...terms.keys()].filter((t) => behaviours[t] === "cuts");
  const kinks = alignmentGroups(
    cutting.map((t) => terms[t]!.row),
    region,
  ).map(({ hyperplane, members }) => {
    const coefficient = new Array<number>(outputs).fill(0);
    for (const { node, sign } of members) {
      const { row, fanOut } = terms[cutting[node]!]!;
      const length = norm(row);
      for (const [c, v] of fanOut.entries()) coefficient[c]! += v * length;
      if (sign < 0) addOuter(affine, fanOut, row);
    }
    return { hyperplane, coefficient, terms: members.map(({ node }) => cutting[node]!) };
  });
  const scales = Array.from({ length: outputs }, (_, c) =>
    terms.reduce((sum, { row, fanOut }) => sum + Math.abs(fanOut[c]!) * largestRelu(region, row), 0),
  );
  return { kinks, affine, size: sizeOf(region, kinks, affine), scale: largestOf(scales) };
}

/** sum_k v_k relu(w_k.x) at a point. */
export const sumOfTerms = (terms: readonly ReluTerm[], x: readonly number[], outputs: number): number[] =>
  Array.from({ length: outputs }, (_, c) =>
    terms.reduce((sum, { row, fanOut }) => sum + fanOut[c]! * Math.max(0, preactivation(row, x)), 0),
  );
