/** V(D Sigma D) = D^alpha V(Sigma) D^alpha, for diagonals without negative entries. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { identityNamed } from "../ways/identityNamed.js";
import { normalPair } from "../ways/pairQuadrature.js";
import { erratumNamed, exactly } from "../ways/proofNamed.js";

const claim = identityNamed("I.8").claim;
const erratum = erratumNamed("i8");

export const propositionI8 = theorem({
  id: "batchnorm/proposition-i-8",
  kind: "proposition",
  title: "Positive diagonal factors come out of the covariance map with the power alpha",
  notation: { d1: "D_11", d2: "D_22", a: "phi(1)", b: "-phi(-1)", c: "the correlation of the two samples" },
  parameters: {
    alpha: { set: "real", min: 0.01, max: 5, doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    c: { set: "real", min: -0.9, max: 0.9, doc: "correlation" },
    d1: { set: "real", min: 0, max: 4, open: "min", doc: "diagonal factor" },
    d2: { set: "real", min: 0, max: 4, open: "min", doc: "diagonal factor" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.8" }],
  uses: ["batchnorm/proposition-i-2"],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/i8.ts" },
  checks: [
    exactly("kernel-i-8"),
    {
      kind: "routes",
      left: {
        name: "the means over two quadrants of the scaled inputs by nested quadrature",
        evaluate({ alpha, a, b, c, d1, d2 }) {
          const rho = (x: number) => x ** alpha;
          const same = normalPair(rho, rho, [d1, d2], c);
          return (a * a + b * b) * same - 2 * a * b * normalPair(rho, rho, [d1, d2], c, -1);
        },
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-7, why: "nested quadrature to 1e-9, and quadrants that cancel" },
      cases: { count: 60, why: "each is two nested integrals of about 2 ms" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "It is stated for any diagonal matrix, but phi(d x) = d^alpha phi(x) needs d > 0; for alpha = 2 and a negative entry the sign goes to the correlation.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
