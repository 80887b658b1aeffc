import { minus, over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousValue } from "../ways/homogeneous.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { bsb1, centring, doublyCentred, entriesOf, fromRows } from "../ways/patterns.js";
import { pairTensor } from "../ways/planeMoments.js";
import { normalisedMap, pushed } from "../ways/pushedCovariance.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

export const definitionB45 = theorem({
  id: "batchnorm/definition-b-45",
  kind: "definition",
  title:
    "With tau_ij = (e_i e_j^T + e_j e_i^T)/2, the extended U has the entries (W_ij|kl - Sigma*_kl [i = j])/(2 mu).",
  notation: {
    ...homogeneousNotation,
    U_ijkl: "an entry of U{tau_ij}; compared on the direction G X G = sum of its entries times tau_ij",
    W_ijkl: "E[phi_k phi_l y_i y_j], y = G z with z ~ N(0, I), phi at the normalised y",
    Sigma_ijkl: "an entry of the fixed point where i = j, else 0",
    mu: "q (1 - c)",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 8, doc: "Batch size; any B in the definition." },
    ...homogeneous,
    X: { set: "symmetric", size: "B", doc: "The direction is G X G." },
  },
  assumptions: [],
  claim: equation(symbol("U_ijkl"), over(minus(symbol("W_ijkl"), symbol("Sigma_ijkl")), times(2, "mu"))),
  source: paper("Definition B.45"),
  uses: ["batchnorm/definition-b-44", "batchnorm/definition-b-46"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the library's covariance map at G, mu = 1",
        evaluate: ({ B, X, ...phi }) => {
          const lambda = doublyCentred(fromRows(X));
          return entriesOf(pushed(normalisedMap(phi), centring(B), lambda, 1 / (1 + lambda.norm())));
        },
      },
      right: {
        name: "the array W from moments of pairs, less the trace times the fixed point, over 2",
        evaluate: ({ B, X, ...phi }) => {
          const lambda = doublyCentred(fromRows(X));
          const { W, q, qc } = pairTensor(homogeneousValue(phi), phi.alpha, B);
          const image = applyTensor(W, lambda).sub(bsb1(B, q, qc).mul(lambda.trace()));
          return entriesOf(image.div(2));
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "central differences of values known to 1e-13 with step 1/1000" },
      cases: { count: 24, why: "28 covariance maps a point" },
    },
  ],
});
