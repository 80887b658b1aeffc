import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { reluNetwork } from "../../../theory/alignment/network/reluNetwork.js";
import { coefficientPieces } from "../../../theory/alignment/regions/coefficientPieces.js";
import { gateKey } from "../../../theory/alignment/regions/gateKey.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes } from "../ways/parameters.js";
import { gaussians, type NetworkSizes, randomPair, streamOf } from "../ways/randomObjects.js";
import { counted } from "./settings.js";

/** The gate of 1 - relu(x) - relu(y) is shut at (2, -3) and (-3, 2), and open at their middle. */
const bent = reluNetwork([
  [
    [1, 0],
    [0, 1],
    [0, 0],
  ],
  [[-1], [-1], [1]],
  [[1], [0]],
]);
const ends = [
  [2, -3],
  [-3, 2],
] as const;
const middle = [-0.5, -0.5];

/** Two points of one cell on a random line: near its ends, so that the middle is far from both. */
function cellOnLine(sizes: NetworkSizes) {
  const { teacher, student } = randomPair(sizes);
  const stream = streamOf(sizes.seed, 18);
  const [from, to] = [gaussians(stream, sizes.d), gaussians(stream, sizes.d)];
  const pieces = coefficientPieces(teacher, student, 0, from, to);
  const piece = pieces.reduce((best, each) => (each.to - each.from > best.to - best.from ? each : best));
  if (piece.to - piece.from < 1e-6)
    throw domainError("seed", sizes.seed, "a cell of some length", "Take another seed.");
  const at = (part: number) => {
    const t = piece.from + part * (piece.to - piece.from);
    return from.map((entry, i) => entry + t * (to[i]! - entry));
  };
  return { teacher, student, at };
}

/** The key of the full cell as numbers, one a gate. */
const gatesAt = (sizes: NetworkSizes, part: number): number[] => {
  const { teacher, student, at } = cellOnLine(sizes);
  return [...gateKey(teacher, student, at(part), 0)].filter((c) => c === "0" || c === "1").map(Number);
};

export const theorem4Regions = theorem({
  id: "alignment/theorem-4-regions",
  kind: "remark",
  title:
    "Cells in which all gates are constant are convex; a region of constancy of A_1 and B_1 is a union of such cells and need not be an intersection of half-spaces.",
  notation: {
    z: "gates of all hidden layers at a point of a cell",
    "z'": "those at another point of the segment in it",
    k: "gates above layer 1 at the middle of two points of a region of constancy",
    "k'": "those at the two points",
  },
  parameters: {
    ...networkSizes,
    L: { ...networkSizes.L, min: 2, max: 4 },
    n: { ...networkSizes.n, max: 4 },
    m: { ...networkSizes.m, max: 4 },
  },
  assumptions: [],
  claim: equation(symbol("z"), symbol("z'")),
  source: paper("sec. 9.12"),
  uses: ["alignment/corollary-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "all gates at the middle of two points of a cell", evaluate: (sizes) => gatesAt(sizes, 0.5) },
      right: { name: "all gates at one of the points", evaluate: (sizes) => gatesAt(sizes, 0.02) },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("k"), symbol("k'")),
    says: "The region where the gate of 1 - relu(x) - relu(y) is shut contains (2,-3) and (-3,2) but not their middle: it is no intersection of half-planes. It is open all the same, which is what the proof needs.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, L: 3, m: 2, n: 2, C: 1, seed: 1 },
      left: {
        name: "the gate at the middle, where it is the same at both ends",
        evaluate: () => {
          const [a, b] = ends.map((x) => gateKey(bent, bent, x, 1));
          return a === b ? Number(gateKey(bent, bent, middle, 1)[0]) : 0;
        },
      },
      right: { name: "the gate at the ends", evaluate: () => Number(gateKey(bent, bent, ends[0], 1)[0]) },
      tolerance: counted,
    },
  },
});
