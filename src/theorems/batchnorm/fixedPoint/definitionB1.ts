import { domainError } from "../../../numeric/domain.js";
import { gaussHermite } from "../../../numeric/quadrature/gaussHermite.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

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

/** E x^k y^l by Isserlis' theorem: pair one factor with every other. */
function isserlis(k: number, l: number, pair: Pair): number {
  const [xx, xy, yy] = pair;
  if (k === 0) return l === 0 ? 1 : l === 1 ? 0 : (l - 1) * yy * isserlis(0, l - 2, pair);
  const own = k > 1 ? (k - 1) * xx * isserlis(k - 2, l, pair) : 0;
  return own + (l > 0 ? l * xy * isserlis(k - 1, l - 1, pair) : 0);
}

function byPairings(coefficients: readonly number[], pair: Pair): number {
  let sum = 0;
  coefficients.forEach((a, k) => {
    coefficients.forEach((b, l) => {
      if ((k + l) % 2 === 0) sum += a * b * isserlis(k, l, pair);
    });
  });
  return sum;
}

export const definitionB1 = theorem({
  id: "batchnorm/definition-b-1",
  kind: "definition",
  title:
    "V_phi(Sigma) = E[phi(h) phi(h)^T] for h ~ N(0, Sigma): a layer's covariance from the one before, without batch norm.",
  notation: { "V(Sigma)_ij": "an entry of the image", "E phi(h_i) phi(h_j)": "the mean over h ~ N(0, Sigma)" },
  parameters: {
    phi: { set: "activation", class: "polynomial", doc: "A polynomial, where both sides are exact." },
    Sigma: { set: "covariance", size: 3, class: "psd", doc: "Covariance, singular ones included." },
  },
  assumptions: [],
  claim: equation(symbol("V(Sigma)_ij"), symbol("E phi(h_i) phi(h_j)")),
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
          return pairsOf(Sigma).map((pair) => byPairings(coefficients, pair));
        },
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "terms of x^5 y^5 of either sign may be a hundred times their sum" },
    },
  ],
});
