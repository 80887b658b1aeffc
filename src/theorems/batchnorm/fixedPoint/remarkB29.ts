import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousValue } from "../ways/homogeneous.js";
import { homogeneous } from "./settings.js";

/** E phi(sqrt(q) z)^2. */
function variance(phi: (x: number) => number, q: number): number {
  const f = (z: number) => phi(Math.sqrt(q) * z) ** 2 * Math.exp((-z * z) / 2);
  return (
    doubleExponential((_, from) => f(from) + f(-from), 0, 14, { relativeTolerance: 1e-13 }).value /
    Math.sqrt(2 * Math.PI)
  );
}

/** V(2q)/V(q) of tanh. */
function growth(q: number): number {
  const f = (scale: number) => (z: number) => Math.tanh(Math.sqrt(scale) * z) ** 2 * Math.exp((-z * z) / 2);
  const at = (scale: number) => gaussKronrod(f(scale), 0, 12, { relativeTolerance: 1e-12 }).value;
  return at(2 * q) / at(q);
}

export const remarkB29 = theorem({
  id: "batchnorm/remark-b-29",
  kind: "remark",
  title:
    "V(c Sigma) = c^alpha V(Sigma) for homogeneous activations, and no power of c does it for others: for tanh V(2q)/V(q) falls with q.",
  notation: { rho_2: "V(4q)/V(2q) for tanh, in one dimension", rho_1: "V(2q)/V(q), the same at half the variance" },
  parameters: {
    ...homogeneous,
    q: { set: "real", min: 0.05, max: 20, doc: "Variance." },
    c: { set: "real", min: 0.1, max: 10, doc: "Factor." },
  },
  assumptions: [],
  claim: compare("Less", symbol("rho_2"), symbol("rho_1")),
  source: paper("Remark B.29"),
  uses: ["batchnorm/definition-b-1", "batchnorm/theorem-b-9"],
  proof: { kind: "open", reason: "A remark: that there is no nicer relation is an observation." },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "V(4q)/V(2q) for tanh, adaptive Gauss-Kronrod", evaluate: ({ q }) => growth(2 * q) },
      right: { name: "V(2q)/V(q) for tanh", evaluate: ({ q }) => growth(q) },
      tolerance: { unit: "abs", limit: 1e-12, why: "two integrals to 1e-12" },
    },
    {
      kind: "routes",
      left: { name: "V(c q) by quadrature", evaluate: ({ q, c, ...phi }) => variance(homogeneousValue(phi), c * q) },
      right: {
        name: "c^alpha V(q) by quadrature",
        evaluate: ({ q, c, ...phi }) => c ** phi.alpha * variance(homogeneousValue(phi), q),
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "two integrals to 1e-13 each, of z^8 at most" },
    },
  ],
});
