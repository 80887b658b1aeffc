import { Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousValue } from "../ways/homogeneous.js";
import { doublyCentred, entriesOf, frobenius, fromRows, matrixOf } from "../ways/patterns.js";
import { normalisedMap, pushed } from "../ways/pushedCovariance.js";
import { sphereMoments } from "../ways/sphereMoments.js";
import { homogeneousNotation, wholeDegree } from "./settings.js";

export const definitionB44 = theorem({
  id: "batchnorm/definition-b-44",
  kind: "definition",
  title:
    "On matrices with zero row sums the derivative of V_B at mu I is Lambda -> (1/(2 mu)) (E[B_phi(z) B_phi(z)^T <G z z^T G, Lambda>] - Sigma* <I, Lambda>); the formula extends it to all matrices.",
  notation: {
    ...homogeneousNotation,
    V_Lambda: "the derivative of V_B at I along Lambda = G X G",
    formula: "the right side, mu = 1, z ~ N(0, I)",
  },
  parameters: {
    B: {
      set: "integer",
      min: 4,
      max: 4,
      doc: "Batch size; any B in the definition, the sphere is integrated over for 4.",
    },
    ...wholeDegree,
    X: { set: "symmetric", size: "B", doc: "The direction is Lambda = G X G." },
  },
  assumptions: [],
  claim: equation(symbol("V_Lambda"), symbol("formula")),
  source: paper("Definition B.44"),
  uses: ["batchnorm/definition-b-41", "batchnorm/lemma-b-43"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the library's covariance map at I",
        evaluate: ({ B, X, ...phi }) => {
          const lambda = doublyCentred(fromRows(X));
          return entriesOf(pushed(normalisedMap(phi), Matrix.eye(B), lambda, 1 / (1 + lambda.norm())));
        },
      },
      right: {
        name: "moments over the sphere, E |G z|^2 = B-1",
        evaluate: ({ B, X, ...phi }) => {
          const lambda = doublyCentred(fromRows(X));
          const value = homogeneousValue(phi);
          const own = sphereMoments(B, 20, (z) => {
            const values = Array.from(z, value);
            const form = z.reduce((sum, a, i) => sum + z.reduce((row, b, j) => row + a * lambda.get(i, j) * b, 0), 0);
            const products = values.flatMap((a) => values.map((b) => a * b));
            return [...products.map((entry) => (entry * form * (B - 1)) / B), ...products];
          });
          const trace = frobenius(lambda, Matrix.eye(B));
          return entriesOf(matrixOf(B, (k, l) => (own[k * B + l]! - trace * own[B * B + k * B + l]!) / 2));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-9,
        why: "central differences of values known to 1e-13, sphere rules good to 1e-10",
      },
      cases: { count: 20, why: "14 cells of 400 nodes and 28 covariance maps a point" },
    },
  ],
});
