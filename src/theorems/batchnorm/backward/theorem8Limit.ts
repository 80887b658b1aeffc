import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { largeBatchLimit } from "../ways/largeBatchLimit.js";
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
        name: "the rate at 100 + B, .., 8 (100 + B), extrapolated",
        evaluate: ({ B }) => largeBatchLimit((batch) => rate(batch).value, 100 + B),
      },
      right: {
        name: "pi/(pi-1)",
        evaluate: () => Math.PI / (Math.PI - 1),
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "the extrapolation leaves order 1/B^4, B > 100" },
    },
  ],
});
