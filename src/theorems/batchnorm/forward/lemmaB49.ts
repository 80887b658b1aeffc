import { gamma as Gamma, minus, negative, over, pi, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianDirectionMoment, printedAngles } from "./sphericalMoments.js";

export const lemmaB49 = theorem({
  id: "batchnorm/lemma-b-49",
  kind: "lemma",
  title:
    "For B >= 3, E[r^-k f(v)] over N(0, I_(B-1)), v one coordinate of the direction, is an integral over one angle.",
  notation: {
    F: "E[r^-k f(v)], r = |x|, v = x_1/r; checked for f = v^2a",
    integrals: "the integral of f(cos) sin^(B-3) over [0, pi]",
  },
  parameters: {
    B: { set: "integer", min: 3, max: 150, doc: "Batch size B >= 3." },
    k: { set: "real", min: 0, max: 1.9, doc: "Power of 1/r, below B-1." },
    a: { set: "integer", min: 0, max: 8, doc: "Half the power of v." },
  },
  assumptions: [compare("Less", symbol("k"), minus("B", 1))],
  claim: equation(
    symbol("F"),
    times(
      over(Gamma(over(minus(minus("B", 1), "k"), 2)), Gamma(over(minus("B", 2), 2))),
      power(2, negative(over("k", 2))),
      power(pi, over(-1, 2)),
      "integrals",
    ),
  ),
  source: paper("Lemma B.49"),
  uses: ["batchnorm/lemma-b-48"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "independent radius and direction: Gamma functions and Dirichlet moments",
        evaluate: ({ B, k, a }) => gaussianDirectionMoment(B - 1, k, [a]),
      },
      right: {
        name: "the printed prefactor times an integral over an angle",
        evaluate: ({ B, k, a }) => printedAngles(B, k, [a]),
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "Gamma functions up to 75 and an integral of sin^150" },
    },
  ],
});
