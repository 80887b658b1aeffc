import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { lateCovariance } from "../ways/lateCovariance.js";
import { proofNamed } from "../ways/proofNamed.js";

const relu = activation("relu");

/** J_1(c) in closed form. */
const kernel = (c: number): number => (Math.sqrt((1 - c) * (1 + c)) + (Math.PI - Math.acos(c)) * c) / Math.PI;

export const theorem5 = theorem({
  id: "batchnorm/theorem-5",
  kind: "theorem",
  title: "The fixed point of a ReLU network has q = 1/2 and c = J_1(-1/(B-1)), at every batch size.",
  notation: {
    q: "diagonal entry of the fixed point u I + v 11^T, u = q (1-c), v = q c",
    c: "correlation of two samples",
  },
  parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "Batch size B." } },
  assumptions: [],
  claim: proofNamed("theorem-5-relu-c").claim,
  source: paper("Theorem 5, eq. (16)"),
  uses: ["batchnorm/corollary-b-27"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem5.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "q and c by quadrature over the plane of two samples, cut at the kinks",
        evaluate: ({ B }) => {
          const { q, c } = batchNorm({ activation: relu, batch: B }, { method: "quadrature" }).fixedPoint;
          return [q, c];
        },
      },
      right: { name: "1/2 and J_1(-1/(B-1))", evaluate: ({ B }) => [0.5, kernel(-1 / (B - 1))] },
      tolerance: { unit: "rel", limit: 1e-13, why: "rounding; the quadrature states its own error" },
      cases: { count: 100, why: "a quadrature over the plane takes 20 ms at large batches" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-5-relu-q"), proofNamed("theorem-5-relu-c")] },
    {
      kind: "reference",
      at: { B: 8 },
      value: "0.2501349328614511623",
      origin: "test/reference/batchnorm.json: arc-cosine closed form in mpmath, cross-checked with angular quadrature",
      way: {
        name: "c by the library's closed form",
        evaluate: ({ B }) => batchNorm({ activation: relu, batch: B }, { method: "closed-form" }).fixedPoint.c,
      },
      tolerance: { unit: "rel", limit: 1e-15, why: "rounding of the last digits of a double" },
    },
    {
      kind: "simulation",
      name: "the diagonal of a late layer's covariance is 1/2",
      at: [{ B: 8 }, { B: 16 }],
      experiment: ({ B }) => lateCovariance(relu, B, "diagonal"),
      predict: () => ({ value: 0.5, error: 0, method: "theorem 5", evals: 0, converged: true }),
      width: { quick: 100, full: 500 },
      order: 1,
      resolution: 4e-3,
      budget: { quick: 400, full: 600 },
    },
    {
      kind: "simulation",
      name: "the off-diagonal of a late layer's covariance is J_1(-1/(B-1))/2",
      at: [{ B: 8 }, { B: 16 }],
      experiment: ({ B }) => lateCovariance(relu, B, "rest"),
      predict: ({ B }) => ({
        value: kernel(-1 / (B - 1)) / 2,
        error: 0,
        method: "theorem 5",
        evals: 0,
        converged: true,
      }),
      width: { quick: 100, full: 500 },
      order: 1,
      resolution: 4e-3,
      budget: { quick: 400, full: 600 },
    },
  ],
});
