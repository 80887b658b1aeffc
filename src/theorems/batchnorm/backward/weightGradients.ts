import { theorem } from "../../theorem.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";
import { centre } from "../ways/smallMatrices.js";

const { claim } = proofNamed("weight-gradients");

export const weightGradients = theorem({
  id: "batchnorm/weight-gradients",
  kind: "theorem",
  title: "The expected square of a weight's gradient is mu times the trace of the gradients' covariance",
  notation: {
    w: "E (dE/dw)^2 = <Pi, Sigma>",
    tr_Pi: "the trace of Pi, the covariance of the gradients before batch norm",
    mu: "q (1 - c)",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 8, doc: "batch size" },
    q: { set: "real", min: 0.01, max: 5, doc: "diagonal of Sigma" },
    c: { set: "real", min: -0.14, max: 1, doc: "correlation of two samples" },
    Pi: { set: "symmetric", size: "B", doc: "covariance of gradients before they are centred" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Appendix G" }],
  uses: ["batchnorm/backward-eigenvalues"],
  proof: { kind: "steps", file: "proofs/batchnorm/weightGradients.ts" },
  checks: [
    exactly("weight-gradients"),
    {
      kind: "routes",
      left: {
        name: "sum_ab (G Pi G)_ab Sigma_ab, entry by entry",
        evaluate({ B, q, c, Pi }) {
          const centred = centre(Pi);
          let sum = 0;
          for (let a = 0; a < B; a++) for (let b = 0; b < B; b++) sum += centred[a]![b]! * (a === b ? q : q * c);
          return sum;
        },
      },
      right: {
        name: "mu times the trace of G Pi G",
        evaluate: ({ q, c, Pi }) => q * (1 - c) * centre(Pi).reduce((sum, row, a) => sum + row[a]!, 0),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "sums of 64 products of order 1" },
    },
  ],
});
