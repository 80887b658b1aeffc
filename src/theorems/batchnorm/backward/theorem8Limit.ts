import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const claim = proofNamed("large-batch-relu").claim;
const rate = (batch: number) => batchNorm({ activation: "relu", batch }).rate;

export const theorem8Limit = theorem({
  id: "batchnorm/theorem-8-limit",
  kind: "corollary",
  title: "The explosion rate of the ReLU decreases to pi/(pi-1) as batches grow",
  notation: { lambda_G: "the explosion rate of the ReLU" },
  parameters: { B: { set: "integer", min: 4, max: 100_000, doc: "batch size" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 8, second sentence" }],
  uses: ["batchnorm/theorem-8"],
  proof: { kind: "steps", file: "proofs/batchnorm/largeBatch.ts" },
  checks: [
    exactly("large-batch-relu"),
    {
      kind: "routes",
      relation: "Less",
      left: { name: "the rate at B + 1", evaluate: ({ B }) => rate(B + 1) },
      right: { name: "the rate at B", evaluate: ({ B }) => rate(B) },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
    {
      kind: "routes",
      left: {
        name: "B times the rate's distance from pi/(pi-1), with B of at least 1e4",
        evaluate: ({ B }) => (rate(B + 1e4).value - Math.PI / (Math.PI - 1)) * (B + 1e4),
      },
      right: {
        name: "the same at ten times the batch",
        evaluate: ({ B }) => (rate(10 * B + 1e5).value - Math.PI / (Math.PI - 1)) * (10 * B + 1e5),
      },
      tolerance: { unit: "rel", limit: 1e-3, why: "the next term of the expansion is of order 1/B" },
    },
  ],
});
