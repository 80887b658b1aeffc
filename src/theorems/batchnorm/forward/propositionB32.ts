import type { Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import type { Homogeneous } from "../ways/homogeneous.js";
import { bsb1, entriesOf, fromRows, orderOf, permuted } from "../ways/patterns.js";
import { normalisedMap, pushed } from "../ways/pushedCovariance.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

/** The Jacobian at BSB1(1, c), times 1 - c; t goes to a quarter of the least eigenvalue over the size of the direction. */
function jacobian(phi: Homogeneous, B: number, c: number, delta: Matrix): Matrix {
  const radius = (1 - c) / (4 * (1 + delta.norm()));
  return pushed(normalisedMap(phi), bsb1(B, 1, c), delta, radius).mul(1 - c);
}

export const propositionB32 = theorem({
  id: "batchnorm/proposition-b-32",
  kind: "proposition",
  title: "The Jacobian of the covariance map V_B at a BSB1 covariance is ultrasymmetric.",
  notation: {
    ...homogeneousNotation,
    J_1: "J{P Delta P^T}, the Jacobian at Sigma along a renamed direction",
    J_2: "P J{Delta} P^T, the renamed image",
    P: "the permutation that sorts `keys`",
  },
  parameters: {
    B: { set: "integer", min: 3, max: 6, doc: "Batch size; any B in the proposition." },
    ...homogeneous,
    c: { set: "real", min: -0.15, max: 0.9, doc: "Sigma = BSB1(1, c), the covariance at which V_B is differentiated." },
    Delta: { set: "symmetric", size: "B", doc: "A direction." },
    keys: { set: "vector", length: "B", min: 0, max: 1, doc: "Numbers whose order is a permutation." },
  },
  assumptions: [],
  claim: equation(symbol("J_1"), symbol("J_2")),
  source: paper("Proposition B.32"),
  uses: ["batchnorm/definition-b-30", "batchnorm/definition-b-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the library's V_B along P Delta P^T",
        evaluate: ({ B, c, Delta, keys, ...phi }) =>
          entriesOf(jacobian(phi, B, c, permuted(fromRows(Delta), orderOf(keys)))),
      },
      right: {
        name: "the renamed central differences along Delta",
        evaluate: ({ B, c, Delta, keys, ...phi }) =>
          entriesOf(permuted(jacobian(phi, B, c, fromRows(Delta)), orderOf(keys))),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-6,
        why: "differences of values up to 300, known to 1e-13 of them, with step 1/3000",
      },
      cases: { count: 24, why: "28 covariance maps a point" },
    },
  ],
});
