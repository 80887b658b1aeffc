import { gamma as Gamma, minus, negative, over, pi, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianDirectionMoment, printedAngles } from "./sphericalMoments.js";

export const lemmaB48 = theorem({
  id: "batchnorm/lemma-b-48",
  kind: "lemma",
  title: "For B >= 4, E[r^-k f(v_1, v_2)] over N(0, I_(B-1)) is an integral over two angles.",
  notation: {
    F: "E[r^-k f(v)], r = |x|, v = x/r; checked for f = v_1^2a v_2^2b",
    integrals: "the integral of f sin^(B-3) sin^(B-4) over [0, pi]^2",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 150, doc: "Batch size B >= 4." },
    k: { set: "real", min: 0, max: 2.9, doc: "Power of 1/r, below B-1." },
    a: { set: "integer", min: 0, max: 5, doc: "Half the power of v_1." },
    b: { set: "integer", min: 0, max: 5, doc: "Half the power of v_2." },
  },
  assumptions: [compare("Less", symbol("k"), minus("B", 1))],
  claim: equation(
    symbol("F"),
    times(
      over(Gamma(over(minus(minus("B", 1), "k"), 2)), Gamma(over(minus("B", 3), 2))),
      power(2, negative(over("k", 2))),
      power(pi, -1),
      "integrals",
    ),
  ),
  source: paper("Lemma B.48"),
  uses: ["batchnorm/lemma-b-47"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "independent radius and direction: Gamma functions and Dirichlet moments",
        evaluate: ({ B, k, a, b }) => gaussianDirectionMoment(B - 1, k, [a, b]),
      },
      right: {
        name: "the printed prefactor times two integrals over angles",
        evaluate: ({ B, k, a, b }) => printedAngles(B, k, [a, b]),
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "Gamma functions up to 75 and two integrals of sin^150" },
    },
  ],
});
