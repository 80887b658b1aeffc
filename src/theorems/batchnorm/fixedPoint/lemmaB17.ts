import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousActivation, homogeneousValue } from "../ways/homogeneous.js";
import { sphereCovariance } from "../ways/sphereCovariance.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const lemmaB17 = theorem({
  id: "batchnorm/lemma-b-17",
  kind: "lemma",
  title:
    "For every BSB1 covariance, E[B_phi(Y) B_phi(Y)^T] is one and the same BSB1 matrix: the fixed point, independent of the covariance.",
  notation: {
    ...homogeneousNotation,
    V_B: "V_B(Sigma) = E[B_phi(Y) B_phi(Y)^T], Y ~ N(0, Sigma), Sigma = BSB1",
    mu: "q (1 - c) of the fixed point",
    nu: "q c of the fixed point",
    I: "the identity",
    ones: "11^T",
  },
  parameters: {
    B: {
      set: "integer",
      min: 3,
      max: 4,
      doc: "Batch size; any B in the lemma, the integral over all of R^(B-1) is done for 3 and 4.",
    },
    ...homogeneous,
    Sigma: { set: "covariance", size: "B", class: "bsb1", doc: "A BSB1 covariance." },
  },
  assumptions: [],
  claim: equation(symbol("V_B"), plus(times("mu", "I"), times("nu", "ones"))),
  source: paper("Lemma B.17"),
  uses: ["batchnorm/lemma-b-16", "batchnorm/definition-b-2", "batchnorm/lemma-b-15"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean over all directions of G Y, cut at the walls, for that covariance",
        evaluate: ({ Sigma, ...phi }) => sphereCovariance(homogeneousValue(phi), Sigma),
      },
      right: {
        name: "q on the diagonal and q c off it, from the library",
        evaluate: ({ B, ...phi }) => {
          const { q, c } = batchNorm({ activation: homogeneousActivation(phi), batch: B }).fixedPoint;
          const entry = (i: number, j: number) => (i === j ? q.value : q.value * c.value);
          return Array.from({ length: B }, (_, i) => Array.from({ length: B - i }, (_, k) => entry(i, i + k))).flat();
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-9,
        why: "the sphere's tanh-sinh rule at B = 4 resolves x^0.51 walls to 1e-10",
      },
      cases: { count: 40, why: "a two-dimensional integral over 14 cells a point takes 50 ms" },
    },
  ],
});
