import { chainRule } from "../../../../proofs/grouping/geometry.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { channel, lawsOf, relativeEntropy, rounding, through } from "./settings.js";
import { averaged } from "./ways.js";

export const theorem41Averaged = theorem({
  id: "grouping/theorem-4-1-averaged",
  kind: "theorem",
  title: "The divergence of the laws given the output is, on average, what KL has lost on the way: at most KL(p || q).",
  notation: {
    p: "a probability under the first law, q under the second",
    p_K: "the probability of the output under the first law",
    q_K: "under the second",
    p_h: "the first law given the output",
    q_h: "the second",
  },
  parameters: channel,
  assumptions: [],
  claim: chainRule.claim,
  source: paper("Theorem 4.1"),
  uses: ["grouping/theorem-4-1"],
  proof: { kind: "steps", file: "proofs/grouping/geometry.ts" },
  checks: [
    { kind: "exact", proofs: [chainRule] },
    {
      kind: "routes",
      left: { name: "the mean over the outputs of the conditional KL", evaluate: averaged },
      right: {
        name: "KL(p || q) - KL(pK || qK), by plain sums",
        evaluate: (values) => {
          const [p, q] = lawsOf(values);
          return relativeEntropy(p, q) - relativeEntropy(through(p, values.K), through(q, values.K));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "the mean over the outputs of the conditional KL", evaluate: averaged },
      right: { name: "KL(p || q)", evaluate: (values) => relativeEntropy(...lawsOf(values)) },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("D_h"), symbol("D")),
    says: "Theorem 4.1 is printed for any fixed realisation of the indicators: the KL of the laws given one output h is then at most KL(p || q). For an output of small probability it is larger.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        m: 3,
        k: 2,
        p: [[0.98, 0.02, 0]],
        q: [[0.98, 0, 0.02]],
        K: [
          [1, 0],
          [0, 1],
          [0, 1],
        ],
      },
      relation: "LessEqual",
      left: {
        name: "KL of the laws given the second output",
        evaluate: (values) => informationMonotonicity(...lawsOf(values), values.K).conditional[1]!,
      },
      right: { name: "KL(p || q)", evaluate: (values) => relativeEntropy(...lawsOf(values)) },
      tolerance: rounding,
    },
  },
});
