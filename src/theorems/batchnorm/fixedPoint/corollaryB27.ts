import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hypersphericalFixedPoint } from "../ways/hyperspherical.js";
import { proofNamed } from "../ways/proofNamed.js";

const relu = activation("relu");

export const corollaryB27 = theorem({
  id: "batchnorm/corollary-b-27",
  kind: "corollary",
  title: "For ReLU the fixed point has 1/2 on the diagonal and J_1(-1/(B-1))/2 off it.",
  notation: { q: "diagonal entry of the fixed point" },
  parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "Batch size B." } },
  assumptions: [],
  claim: proofNamed("theorem-5-relu-q").claim,
  source: paper("Corollary B.27"),
  uses: ["batchnorm/corollary-b-26"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem5.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "q, q c and mu by the integrals over the angles of two samples",
        evaluate: ({ B }) => {
          const { q, qc } = hypersphericalFixedPoint(relu, B);
          return [q, qc, q - qc];
        },
      },
      right: {
        name: "1/2, J_1(-1/(B-1))/2 and their difference, the library's closed form",
        evaluate: ({ B }) => {
          const { q, c, mu } = batchNorm({ activation: relu, batch: B }, { method: "closed-form" }).fixedPoint;
          return [q, q.value * c.value, mu];
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "sin^(B-3) rounds to B units of its argument's rounding" },
      cases: { count: 16, why: "a double integral with up to 2e5 nodes a point takes 20 ms" },
    },
    {
      kind: "exact",
      proofs: [proofNamed("theorem-5-relu-q"), proofNamed("theorem-5-relu-c"), proofNamed("theorem-5-mu")],
    },
  ],
});
