import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hypersphericalFixedPoint } from "../ways/hyperspherical.js";
import { proofNamed } from "../ways/proofNamed.js";

export const theoremB18 = theorem({
  id: "batchnorm/theorem-b-18",
  kind: "theorem",
  title:
    "The BSB1 fixed point mu I + nu 11^T is given by one integral over an angle for mu + nu and one over two angles for nu, one for both at B = 3.",
  notation: {
    claim: "q for phi with cubic terms at most; both integrals are compared for smooth phi",
    zeta_1: "-sqrt(B-1) cos(theta_1)",
    zeta_2: "cos(theta_1)/sqrt(B-1) - sqrt(B(B-2)/(B-1)) sin(theta_1) cos(theta_2)",
  },
  parameters: {
    B: { set: "integer", min: 3, max: 1_000_000, doc: "Batch size B >= 3." },
    phi: { set: "activation", class: "smooth", doc: "Activation." },
  },
  assumptions: [],
  claim: proofNamed("theorem-4-c").claim,
  source: paper("Theorem B.18"),
  uses: ["batchnorm/lemma-b-17", "batchnorm/lemma-b-21", "batchnorm/lemma-b-22"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem4.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the printed integrals over the angles; over the circle at B = 3",
        evaluate: ({ B, phi }) => {
          if (B === 3) return onCircle(phi.value);
          const { q, qc } = hypersphericalFixedPoint(phi, B);
          return [q, qc];
        },
      },
      right: {
        name: "the library: Gegenbauer series or plane quadrature, direct at B = 3",
        evaluate: ({ B, phi }) => {
          const { q, c } = batchNorm({ activation: phi, batch: B }).fixedPoint;
          return [q, { ...c, value: q.value * c.value, error: q.error * Math.abs(c.value) + c.error * q.value }];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-10,
        why: "panels of width 0.8 with 18 nodes resolve tanh(5 x) to 1e-11; sin^(B-3) rounds at B = 1e6",
      },
      cases: { count: 30, why: "a double integral with up to 2e5 nodes a point takes 20 ms" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-4-law"), proofNamed("theorem-4-q"), proofNamed("theorem-4-c")] },
  ],
});

/** (1/2 pi) int phi(sqrt(3) z_1)^2 and phi(sqrt(3) z_1) phi(sqrt(3) z_2), z_1 = -sqrt(2/3) cos, z_2 = cos/sqrt(6) - sin/sqrt(2). */
function onCircle(phi: (x: number) => number): number[] {
  const first = (t: number) => phi(-Math.SQRT2 * Math.cos(t));
  const second = (t: number) => phi(Math.cos(t) * Math.SQRT1_2 - Math.sqrt(1.5) * Math.sin(t));
  const mean = (f: (t: number) => number) =>
    doubleExponential(f, 0, 2 * Math.PI, { relativeTolerance: 1e-13 }).value / (2 * Math.PI);
  return [mean((t) => first(t) ** 2), mean((t) => first(t) * second(t))];
}
