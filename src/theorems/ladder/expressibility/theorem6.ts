import { reluSeparators } from "../../../../proofs/ladder/expressibility.js";
import { identity, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { losslessLayer } from "../../../theory/ladder/expressibility/expressibility.js";
import { hullVertices } from "../../../theory/ladder/expressibility/hullVertices.js";
import { concatenated, separators } from "../../../theory/ladder/expressibility/separators.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { leafEvents, leaves, present, tableAt } from "./settings.js";

interface TablesPoint {
  readonly leaves: number;
  readonly most: number;
  readonly seed: number;
}

/** Tables of several children over up to 6 events, whose concatenation is all-vert by a margin. */
function tablesAt({ leaves: children, most, seed }: TablesPoint) {
  const m = 2 + (seed % 5);
  const tables = Array.from({ length: children }, (_, b) => tableAt(m, most + 1, seed, b));
  const { allVertices } = hullVertices(concatenated(tables), { tolerance: 1e-3 });
  return present("an all-vert concatenation", allVertices === true ? tables : null);
}

/** F of the region above two halves of the leaves, each of which has F = I by the same construction; all in whole numbers. */
function topOfTree(counts: readonly number[]): number[][] {
  const product = (list: readonly number[]) => list.reduce((total, count) => total * count, 1);
  const layer = (children: readonly number[], below: readonly (readonly (readonly number[])[])[]) => {
    const { tables, weights, biases } = losslessLayer(children);
    const features = concatenated(tables.map((table, b) => multiply(table, below[b]!)));
    return multiply(features, weights.flat()).map((row) => row.map((value, i) => Math.max(0, value + biases[i]!)));
  };
  const half = Math.ceil(counts.length / 2);
  const halves = [counts.slice(0, half), counts.slice(half)].filter((list) => list.length > 0);
  const middle = halves.map((list) => layer(list, list.map(identity)));
  return layer(halves.map(product), middle);
}

export const theorem6 = theorem({
  id: "ladder/theorem-6",
  kind: "theorem",
  title:
    "Where the concatenation [P_1 P_2 ...] of the children's tables is all-vert, one ReLU layer turns F_beta = I into F_alpha = I: zero loss, by induction at every region.",
  notation: {
    A_0: "activation of the node of a combination of leaf events on that combination's row",
    A_k: "its activation on a row that differs in k >= 1 leaves",
    "x, y": "any numbers: both cases at once",
  },
  parameters: leaves,
  assumptions: [],
  claim: reluSeparators.claim,
  source: paper("Theorem 6, Eqn 82, Eqn 83"),
  uses: ["ladder/definition-2", "ladder/all-vert-concatenation"],
  proof: { kind: "steps", file: "proofs/ladder/expressibility.ts" },
  checks: [
    { kind: "exact", proofs: [reluSeparators] },
    {
      kind: "routes",
      left: {
        name: "ReLU of tables times separators, for random tables",
        evaluate: (point) => separators(tablesAt(point)).output.flat(),
      },
      right: { name: "the identity", evaluate: (point) => identity(tablesAt(point)[0]!.length).flat() },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of weights up to 2/margin = 2000 times probabilities" },
      cases: { count: 60, why: "up to 18 linear programs a point" },
    },
    {
      kind: "routes",
      left: {
        name: "F at the top of two levels of regions, in whole numbers",
        evaluate: (point) => topOfTree(leafEvents(point)).flat(),
      },
      right: {
        name: "the identity",
        evaluate: (point) => identity(leafEvents(point).reduce((product, count) => product * count, 1)).flat(),
      },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  ],
});
