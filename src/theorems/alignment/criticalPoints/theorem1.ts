import { interpolationEigenvalue, interpolationRanks } from "../../../../proofs/alignment/interpolation.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { batchCriticality } from "../../../theory/alignment/interpolation/batchCriticality.js";
import { incidenceRank } from "../../../theory/alignment/interpolation/incidenceMatrix.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { batchSizes, cancellingGradients } from "./batches.js";
import { counted } from "./settings.js";

export const theorem1 = theorem({
  id: "alignment/theorem-1",
  kind: "theorem",
  title:
    "If no batch of B out of N samples has an update, every sample has g_l = 0 or f_{l-1} = 0 iff B < N: the incidence matrix has rank N then, and rank 1 for B = N.",
  notation: {
    rank: "rank of the C(N,B) x N incidence matrix of batches and samples",
    r: "N where B < N, 1 where B = N",
    u: "largest |g_l| |f_{l-1}| of a sample at a critical point of SGD",
  },
  parameters: batchSizes,
  assumptions: [compare("LessEqual", symbol("B"), symbol("N"))],
  claim: equation(symbol("rank"), symbol("r")),
  source: paper("Theorem 1, sec. 9.2"),
  uses: ["alignment/definition-1"],
  proof: { kind: "steps", file: "proofs/alignment/interpolation.ts" },
  checks: [
    {
      kind: "routes",
      left: { name: "elimination over the rationals", evaluate: ({ N, B }) => incidenceRank(N, B) },
      right: { name: "N for B < N, else 1", evaluate: ({ N, B }) => (B < N ? N : 1) },
      tolerance: counted,
    },
    {
      kind: "exact",
      proofs: [interpolationEigenvalue, ...interpolationRanks],
      because:
        "the smallest eigenvalue C(N-2, B-1) of M^T M is positive iff B < N; exact ranks for N = 2 to 6 confirm it",
    },
  ],
  printed: {
    claim: equation(symbol("u"), integer(0)),
    says: "For B = N there is one batch, and updates that cancel in it are a critical point with u > 0: B < N is missing.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { N: 2, B: 2, seed: 1 },
      left: {
        name: "the largest update of a sample where no batch has one",
        evaluate: ({ N, B }) => {
          const { isCritical, sampleNorm } = batchCriticality(cancellingGradients(N), B);
          return isCritical ? sampleNorm : 0;
        },
      },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: counted,
    },
  },
});
