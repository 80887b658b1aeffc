import { domainError } from "../../../numeric/domain.js";
import { gaussHermite } from "../../../numeric/quadrature/gaussHermite.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { polynomialPairMean } from "../ways/isserlis.js";

type Pair = readonly [xx: number, xy: number, yy: number];

const pairsOf = (sigma: readonly (readonly number[])[]): Pair[] =>
  sigma.flatMap((row, i) => row.slice(i).map((entry, k): Pair => [sigma[i]![i]!, entry, sigma[i + k]![i + k]!]));

/** E phi(x) phi(y) with x = a z1, y = b z1 + d z2, by a product Gauss rule that is exact to degree 15. */
function byQuadrature(phi: Activation, [xx, xy, yy]: Pair): number {
  const { nodes, weights } = gaussHermite(8);
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const a = Math.sqrt(Math.max(0, xx));
  const b = a === 0 ? 0 : xy / a;
  const d = Math.sqrt(Math.max(0, yy - b * b));
  let sum = 0;
  nodes.forEach((z1, i) => {
    nodes.forEach((z2, j) => {
      sum += (weights[i]! * weights[j]! * phi.value(a * z1) * phi.value(b * z1 + d * z2)) / mass ** 2;
    });
  });
  return sum;
}

export const definitionB1 = theorem({
  id: "batchnorm/definition-b-1",
  kind: "definition",
  title:
    "V_phi(Sigma) = E[phi(h) phi(h)^T] for h ~ N(0, Sigma): a layer's covariance from the one before, without batch norm.",
  notation: { V_ij: "an entry of V_phi(Sigma)", M_ij: "E phi(h_i) phi(h_j) over h ~ N(0, Sigma)" },
  parameters: {
    phi: { set: "activation", class: "polynomial", doc: "A polynomial, where both sides are exact." },
    Sigma: { set: "covariance", size: 3, class: "psd", doc: "Covariance, singular ones included." },
  },
  assumptions: [],
  claim: equation(symbol("V_ij"), symbol("M_ij")),
  source: paper("Definition B.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "a product Gauss-Hermite rule over h = Cholesky factor times normals",
        evaluate: ({ phi, Sigma }) => pairsOf(Sigma).map((pair) => byQuadrature(phi, pair)),
      },
      right: {
        name: "moments by pairings (Isserlis)",
        evaluate: ({ phi, Sigma }) => {
          const coefficients = phi.facts.polynomial.value;
          if (coefficients === null) throw domainError("phi", phi.text, "a polynomial", "Choose another activation.");
          return pairsOf(Sigma).map((pair) => polynomialPairMean(coefficients, pair));
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "terms of x^5 y^5 of either sign may be a hundred times their sum" },
    },
  ],
});
