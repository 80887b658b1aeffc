import gamma from "@stdlib/math-base-special-gamma";
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gamma as Gamma, integral, over, pi, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

export const lemmaB20 = theorem({
  id: "batchnorm/lemma-b-20",
  kind: "lemma",
  title: "The integral of sin^j cos^k over [0, pi] is Beta((j+1)/2, (k+1)/2) for even k, zero for odd k.",
  parameters: {
    j: { set: "real", min: 0, max: 30, doc: "Power of the sine." },
    k: { set: "integer", min: 0, max: 30, doc: "Power of the cosine." },
  },
  assumptions: [],
  claim: equation(
    integral(times(power(call("Sin", symbol("theta")), "j"), power(call("Cos", symbol("theta")), "k")), "theta", 0, pi),
    over(
      times(over(plus(1, power(-1, "k")), 2), Gamma(over(plus(1, "j"), 2)), Gamma(over(plus(1, "k"), 2))),
      Gamma(over(plus(2, "j", "k"), 2)),
    ),
  ),
  source: paper("Lemma B.20"),
  uses: ["batchnorm/lemma-b-19"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "tanh-sinh quadrature over the angle from the equator, where the cosine is sin u",
        evaluate: ({ j, k }) =>
          doubleExponential(
            (u, from, to) => Math.sin(Math.min(from, to)) ** j * Math.sin(u) ** k,
            -Math.PI / 2,
            Math.PI / 2,
            {
              relativeTolerance: 1e-13,
              absoluteTolerance: 1e-15,
            },
          ).value,
      },
      right: {
        name: "Gamma functions",
        evaluate: ({ j, k }) => (k % 2 === 1 ? 0 : (gamma((1 + j) / 2) * gamma((1 + k) / 2)) / gamma((2 + j + k) / 2)),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of powers up to 30, of integrals below pi" },
    },
  ],
});
