import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hypersphericalFixedPoint } from "../ways/hyperspherical.js";
import { lateCovariance } from "../ways/lateCovariance.js";
import { proofNamed } from "../ways/proofNamed.js";

const settings = [
  { B: 8, phi: activation("tanh") },
  { B: 8, phi: activation("elu(1)") },
] as const;
const moreSettings = [{ B: 5, phi: activation("hardtanh") }];

export const theorem4 = theorem({
  id: "batchnorm/theorem-4",
  kind: "theorem",
  title:
    "The symmetric fixed point q [(1-c) I + c 11^T] is given by integrals over one and two hyperspherical angles, and networks arrive there.",
  notation: {
    claim:
      "the law of two samples in the angles, all moments of it; q and q c are integrals of phi(zeta_1)^2 and phi(zeta_1) phi(zeta_2) against it",
    zeta_1: "-sqrt(B-1) cos(theta_1)",
    zeta_2: "cos(theta_1)/sqrt(B-1) - sqrt(B(B-2)/(B-1)) sin(theta_1) cos(theta_2)",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 10_000, doc: "Batch size B >= 4." },
    phi: { set: "activation", class: "any", doc: "Activation." },
  },
  assumptions: [],
  claim: proofNamed("theorem-4-law").claim,
  source: paper("Theorem 4, eqs. (13)-(15)"),
  uses: ["batchnorm/theorem-b-18"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem4.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the printed integrals over the angles, by composite Gauss rules cut where phi is not analytic",
        evaluate: ({ B, phi }) => {
          const { q, qc } = hypersphericalFixedPoint(phi, B);
          return [q, qc];
        },
      },
      right: {
        name: "the library's route for this activation: closed form, polynomial moments, Gegenbauer series or plane quadrature",
        evaluate: ({ B, phi }) => {
          const { q, c } = batchNorm({ activation: phi, batch: B }).fixedPoint;
          return [q, { ...c, value: q.value * c.value, error: q.error * Math.abs(c.value) + c.error * q.value }];
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "panels of width 0.8 with 18 nodes resolve tanh(5 x) to 1e-11" },
      cases: { count: 40, why: "a double integral with up to 2e5 nodes a point takes 20 ms" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-4-law"), proofNamed("theorem-4-q"), proofNamed("theorem-4-c")] },
    {
      kind: "reference",
      at: { B: 8, phi: activation("tanh") },
      value: "0.420169472732990295326",
      origin:
        "test/reference/batchnorm.json: 1-d Gegenbauer series in mpmath with 30 digits, cross-checked with angular quadrature",
      way: { name: "q by the integral over the angle", evaluate: ({ B, phi }) => hypersphericalFixedPoint(phi, B).q },
      tolerance: { unit: "rel", limit: 1e-13, why: "rounding of a sum of 100 terms" },
    },
    {
      kind: "simulation",
      name: "the diagonal of a late layer's covariance is q",
      at: settings,
      atFull: moreSettings,
      experiment: ({ B, phi }) => lateCovariance(phi, B, "diagonal"),
      predict: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).fixedPoint.q,
      width: { quick: 100, full: 500 },
      order: 1,
      resolution: 4e-3,
      budget: { quick: 400, full: 600 },
    },
    {
      kind: "simulation",
      name: "the off-diagonal of a late layer's covariance is q c",
      at: settings,
      atFull: moreSettings,
      experiment: ({ B, phi }) => lateCovariance(phi, B, "rest"),
      predict: ({ B, phi }) => {
        const { q, c } = batchNorm({ activation: phi, batch: B }).fixedPoint;
        return { ...c, value: q.value * c.value, error: q.error * Math.abs(c.value) + c.error * q.value };
      },
      width: { quick: 100, full: 500 },
      order: 1,
      resolution: 4e-3,
      budget: { quick: 400, full: 600 },
    },
  ],
});
