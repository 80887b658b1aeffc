import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { noisyRecoveryConstants } from "../../../theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { smallestSupNorm } from "../../../theory/alignment/noisyRecovery/smallestSupNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { footOf } from "../ways/kinks.js";
import { seed, size } from "../ways/parameters.js";
import { unitBox } from "../ways/randomObjects.js";
import { distanceFromBounds, nearlyAligned, unitRows } from "./nearlyAligned.js";

interface Setting {
  readonly region: string;
  readonly d: number;
  readonly K: number;
  readonly c_j: number;
  readonly digits: number;
  readonly delta: number;
  readonly seed: number;
}

const THIN = 1e-3;

/** relu(x_2) is at most 10^-3 on the slab, and no other boundary is near that of x_2. */
const slab = {
  rows: [
    [0, 1, 0],
    [1, 0, 0.3],
  ],
  region: { low: [-1, -THIN], high: [1, THIN] },
};

/**
 * In units of the bounds how near the nearest other node is, for the smallest eps with the given c_j and everything else free. `radius` is that of the
 * ball around the foot of the origin on the boundary of node j: a d-ball, or as printed its section with the boundary.
 */
function distance({ region, d, K, c_j, digits, delta, seed: from }: Setting): number {
  const thin = region === "a thin slab";
  const rows = thin ? slab.rows : unitRows(nearlyAligned(from, d, K, 10 ** -digits));
  const box = thin ? slab.region : unitBox(d);
  const given = rows.map((_, i) => (i === 0 ? c_j : null));
  const { epsilon, error } = smallestSupNorm(rows, given, box);
  const eps = epsilon + error + 1e-12;
  const radius = thin ? 1 : Math.min(...footOf(rows[0]!).map((entry) => 1 - Math.abs(entry)));
  const constants = noisyRecoveryConstants({
    dimension: rows[0]!.length - 1,
    nodes: rows.length,
    radius: radius - (5 * eps) / c_j,
    largestEpsilon: 2 * eps,
    delta,
    reach: Math.sqrt(d),
    epsilon: eps,
    coefficient: c_j,
  });
  return distanceFromBounds(rows, constants, ({ bias }) => bias);
}

const one = { name: "one", evaluate: () => 1 };
const counted = { unit: "abs", limit: 0, why: "a node meets both bounds where the number is at most 1" } as const;

export const lemma6 = theorem({
  id: "alignment/lemma-6",
  kind: "lemma",
  title:
    "If |sum_i c_i relu(w_i.x) + affine| <= eps on a region with a d-ball of radius r around a point of node j's boundary, another node has sin theta~ <= M K eps^(1-delta)/|c_j| and |b_j' - s b_j| <= M2 eps^(1-2 delta)/|c_j| for a sign s, with r - 5 eps/|c_j| for r.",
  notation: {
    a: "the least, over the other nodes, of the larger of sin theta~ and |b_j' - s b_j| in units of their bounds",
    "a'": "the same with r the radius of a (d-1)-ball in the boundary, as printed",
  },
  parameters: {
    region: {
      set: "choice",
      of: ["the box", "a thin slab"],
      doc: "[-1,1]^d with random nodes; or a slab along the boundary of node j, 2 10^-3 thick.",
    },
    d: size(2, 3, "Number of inputs."),
    K: size(2, 4, "Number of nodes."),
    c_j: { set: "real", min: 0.1, max: 10, doc: "The coefficient |c_j|." },
    digits: { set: "real", min: 1, max: 6, doc: "Some node has node j's hyperplane up to 10^-digits." },
    delta: { set: "real", min: 0, max: 0.45, doc: "delta; 0 is allowed." },
    seed,
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("a"), integer(1)),
  source: paper("Lemma 6"),
  uses: ["alignment/lemma-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the nearest node in units of the bounds at the smallest eps, a Chebyshev linear program",
        evaluate: (at) => distance({ ...at, region: "the box" }),
      },
      right: one,
      tolerance: counted,
      cases: { count: 100, why: "a linear program with some hundred rows a point" },
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("a'"), integer(1)),
    says: "A (d-1)-ball in the boundary is not enough: on a thin slab along the boundary relu(x_2) is below eps with c_j = 1 and no other node near. The points x_j + q_j w~_j and x_j - q_j w~_j of the proof leave the region: it takes a d-ball.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { region: "a thin slab", d: 2, K: 2, c_j: 1, digits: 1, delta: 0, seed: 1 },
      relation: "LessEqual",
      left: { name: "the nearest node in units of the bounds, r the radius within the boundary", evaluate: distance },
      right: one,
      tolerance: counted,
    },
  },
});
