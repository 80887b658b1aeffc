import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { clearPoint } from "../../../theory/alignment/noisyRecovery/clearPoint.js";
import { noisyRecoveryConstants } from "../../../theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { footOf } from "../ways/kinks.js";
import { seed, size } from "../ways/parameters.js";
import { distanceFromBounds, nearlyAligned, unitRows } from "./nearlyAligned.js";

interface Setting {
  readonly rows: string;
  readonly d: number;
  readonly K: number;
  readonly r: number;
  readonly c_j: number;
  readonly digits: number;
  readonly delta: number;
  readonly seed: number;
}

/** w and -w, on a hyperplane that misses the origin. */
const turned = [
  [1, 0, 0.5],
  [-1, 0, -0.5],
];

/** The nodes, and the constants for the ball of radius r around the foot of the origin on the first boundary. */
function setting({ rows, d, K, r, c_j, digits, delta, seed: from }: Setting) {
  const epsilon = 10 ** -digits;
  const nodes = rows === "w and -w" ? turned : unitRows(nearlyAligned(from, d, K, 300 * epsilon));
  const centre = footOf(nodes[0]!);
  const constants = noisyRecoveryConstants({
    dimension: centre.length,
    nodes: nodes.length,
    radius: r,
    largestEpsilon: 2 * epsilon,
    delta,
    reach: Math.hypot(...centre, r),
    epsilon,
    coefficient: c_j,
  });
  return { nodes, ball: { centre, radius: r }, constants };
}

/** q_j over the distance of the best point found from all other boundaries. */
function secondAlternative(at: Setting): number {
  const { nodes, ball, constants } = setting(at);
  return constants.clearance / clearPoint(nodes, 0, ball, { seed: at.seed }).clearance;
}

const firstAlternative = (at: Setting, printed: boolean): number => {
  const { nodes, constants } = setting(at);
  return distanceFromBounds(nodes, constants, ({ bias, printedBias }) => (printed ? printedBias : bias));
};

const one = { name: "one", evaluate: () => 1 };
const counted = { unit: "abs", limit: 0, why: "an alternative holds where its number is at most 1" } as const;

export const lemma5 = theorem({
  id: "alignment/lemma-5",
  kind: "lemma",
  title:
    "Either another node has sin theta~ <= M K eps^(1-delta)/|c_j| and |b_j' - s b_j| <= M2 eps^(1-2 delta)/|c_j| for a sign s, or a point of j's boundary in the region is further than 5 eps/|c_j| from all other boundaries.",
  notation: {
    a: "the least, over the other nodes, of the larger of sin theta~ and |b_j' - s b_j| in units of their bounds, s = 1 or -1",
    q: "5 eps/|c_j| over the distance of the best point from the other boundaries",
    m: "the smaller of a and q",
    "m'": "the same with s = 1, as printed",
  },
  parameters: {
    rows: {
      set: "choice",
      of: ["random", "w and -w"],
      doc: "Random nodes, some nearly on the first one's hyperplane; or a node and its negative.",
    },
    d: size(2, 5, "Number of inputs."),
    K: size(2, 5, "Number of nodes."),
    r: { set: "real", min: 0.05, max: 1, doc: "Radius of the (d-1)-ball in the boundary of node j inside the region." },
    c_j: { set: "real", min: 0.1, max: 10, doc: "The coefficient |c_j|." },
    digits: { set: "real", min: 2, max: 8, doc: "eps = 10^-digits; eps0 = 2 eps." },
    delta: { set: "real", min: 0, max: 0.45, doc: "delta; 0 is allowed, and gives the best rate." },
    seed,
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("m"), integer(1)),
  source: paper("Lemma 5"),
  uses: ["alignment/lemma-4", "alignment/lemma-5-volume", "alignment/equation-33"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the better alternative, at the best of 400 random points of the ball",
        evaluate: (at) => {
          const random = { ...at, rows: "random" };
          return Math.min(firstAlternative(random, false), secondAlternative(random));
        },
      },
      right: one,
      tolerance: counted,
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("m'"), integer(1)),
    says: "For w_j' = -w_j with b_j != 0 neither holds: the boundaries coincide, and |b_j' - b_j| = 2 |b_j|. The biases must be compared with the better sign.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { rows: "w and -w", d: 2, K: 2, r: 0.5, c_j: 1, digits: 4, delta: 0, seed: 1 },
      relation: "LessEqual",
      left: {
        name: "the better alternative, biases as printed",
        evaluate: (at) => Math.min(firstAlternative(at, true), secondAlternative(at)),
      },
      right: one,
      tolerance: counted,
    },
  },
});
