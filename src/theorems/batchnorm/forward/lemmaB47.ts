import { gamma as Gamma, minus, negative, over, pi, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianDirectionMoment, printedAngles } from "./sphericalMoments.js";

const power4 = (doc: string) => ({ set: "integer", min: 0, max: 3, doc }) as const;

export const lemmaB47 = theorem({
  id: "batchnorm/lemma-b-47",
  kind: "lemma",
  title:
    "For B >= 6, E[r^-k f(v_1, .., v_4)] over N(0, I_(B-1)) is an integral over four angles; at B = 4 and 5 the prefactor 1/Gamma((B-5)/2) leaves none.",
  notation: {
    F: "E[r^-k f(v)], r = |x|, v = x/r; checked for f = v_1^2a v_2^2b v_3^2c v_4^2d",
    integrals: "the integral of f sin^(B-3) .. sin^(B-6) over [0, pi]^4",
  },
  parameters: {
    B: { set: "integer", min: 6, max: 150, doc: "Batch size B >= 6." },
    k: { set: "real", min: 0, max: 4.9, doc: "Power of 1/r, below B-1." },
    a: power4("Half the power of v_1."),
    b: power4("Half the power of v_2."),
    c: power4("Half the power of v_3."),
    d: power4("Half the power of v_4."),
  },
  assumptions: [compare("Less", symbol("k"), minus("B", 1))],
  claim: equation(
    symbol("F"),
    times(
      over(Gamma(over(minus(minus("B", 1), "k"), 2)), Gamma(over(minus("B", 5), 2))),
      power(2, negative(over("k", 2))),
      power(pi, -2),
      "integrals",
    ),
  ),
  source: paper("Lemma B.47"),
  uses: ["batchnorm/lemma-b-21", "batchnorm/lemma-b-22"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "independent radius and direction: Gamma functions and Dirichlet moments",
        evaluate: ({ B, k, a, b, c, d }) => gaussianDirectionMoment(B - 1, k, [a, b, c, d]),
      },
      right: {
        name: "the printed prefactor times four integrals over angles",
        evaluate: ({ B, k, a, b, c, d }) => printedAngles(B, k, [a, b, c, d]),
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "Gamma functions up to 75 and four integrals of sin^150" },
    },
  ],
});
