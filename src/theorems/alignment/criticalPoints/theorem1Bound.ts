import { call, integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchCriticality } from "../../../theory/alignment/interpolation/batchCriticality.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { batchSizes, sampleGradients } from "./batches.js";
import { rounding } from "./settings.js";

export const theorem1Bound = theorem({
  id: "alignment/theorem-1-bound",
  kind: "corollary",
  title:
    "For B < N a sample's update is at most 2 - 1/B times the largest update of a batch: small batch gradients force small gradients of samples.",
  notation: { u: "largest |g_l| |f_{l-1}| of a sample", S: "largest |sum of f_i g_i^T over a batch| (Frobenius)" },
  parameters: batchSizes,
  assumptions: [compare("Less", symbol("B"), symbol("N"))],
  claim: compare(
    "LessEqual",
    symbol("u"),
    call("Multiply", call("Subtract", integer(2), call("Divide", integer(1), symbol("B"))), symbol("S")),
  ),
  source: paper("Theorem 1, of which this is the quantitative form"),
  uses: ["alignment/theorem-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the largest update of a sample",
        evaluate: ({ N, seed }) =>
          Math.max(...sampleGradients(seed, N).map(({ f, g }) => Math.hypot(...f) * Math.hypot(...g))),
      },
      right: {
        name: "(2 - 1/B) times the largest update of a batch",
        evaluate: ({ N, B, seed }) => batchCriticality(sampleGradients(seed, N), B).bound,
      },
      tolerance: rounding,
    },
  ],
});
