import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousValue } from "../ways/homogeneous.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { entriesOf, fromRows } from "../ways/patterns.js";
import { pairTensor } from "../ways/planeMoments.js";
import { sphereMoments } from "../ways/sphereMoments.js";
import { homogeneousNotation, wholeDegree } from "./settings.js";

export const definitionB46 = theorem({
  id: "batchnorm/definition-b-46",
  kind: "definition",
  title:
    "W_ij|kl = E[phi_k phi_l y_i y_j] is ultrasymmetric: nine numbers, all given by four moments of pairs since the y_i sum to zero.",
  notation: {
    ...homogeneousNotation,
    S_kl: "the sum of W_ij|kl X_ij, E[phi_k phi_l (y^T X y)], y = G z with z ~ N(0, I), phi at the normalised y",
    W_kl: "the ultrasymmetric array of the nine numbers applied to X",
  },
  parameters: {
    B: {
      set: "integer",
      min: 4,
      max: 5,
      doc: "Batch size; any B in the definition, the sphere is integrated over for 4 and 5.",
    },
    ...wholeDegree,
    X: { set: "symmetric", size: "B", doc: "What W is summed against." },
  },
  assumptions: [],
  claim: equation(symbol("S_kl"), symbol("W_kl")),
  source: paper("Definition B.46"),
  uses: ["batchnorm/definition-b-30", "batchnorm/definition-b-40"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean over the whole sphere, cut into sign cells; E |y|^2 = B-1",
        evaluate: ({ B, X, ...phi }) => {
          const value = homogeneousValue(phi);
          return sphereMoments(B, B === 4 ? 20 : 12, (z) => {
            const values = Array.from(z, value);
            let form = 0;
            for (let i = 0; i < B; i++) for (let j = 0; j < B; j++) form += z[i]! * X[i]![j]! * z[j]!;
            return values.flatMap((a) => values.map((b) => (a * b * form * (B - 1)) / B));
          });
        },
      },
      right: {
        name: "four integrals over the angle between two samples, and the sums of y_i and y_i^2",
        evaluate: ({ B, X, ...phi }) =>
          entriesOf(applyTensor(pairTensor(homogeneousValue(phi), phi.alpha, B).W, fromRows(X))),
      },
      tolerance: { unit: "rel", limit: 1e-6, why: "12 Gauss nodes in each of the three directions of a cell at B = 5" },
      cases: { count: 12, why: "30 cells of 1728 nodes a point at B = 5" },
    },
  ],
});
