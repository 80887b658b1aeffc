import gamma from "@stdlib/math-base-special-gamma";
import { integral, minus, negative, over, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";

export const lemmaB53 = theorem({
  id: "batchnorm/lemma-b-53",
  kind: "lemma",
  title: "For a > b + 1 > 0 the integral of (1 + 2s)^-a s^b over s > 0 is 2^(-1-b) Beta(b+1, a-1-b).",
  parameters: {
    a: { set: "real", min: 1, max: 30, doc: "Power of 1 + 2s." },
    b: { set: "real", min: -0.9, max: 12, doc: "Power of s." },
  },
  assumptions: [compare("Greater", symbol("a"), plus("b", over(11, 10)))],
  claim: equation(
    integral(times(power(plus(1, times(2, "s")), negative("a")), power("s", "b")), "s", 0, call("Infinity")),
    times(power(2, minus(-1, "b")), call("Beta", plus("b", 1), minus(minus("a", 1), "b"))),
  ),
  source: paper("Lemma B.53"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral, by the trapezoid rule in log s",
        evaluate: ({ a, b }) =>
          logTrapezoid((s) => Math.exp(b * Math.log(s) - a * Math.log1p(2 * s)), {
            low: b,
            high: a - b,
            least: 0.01,
            most: 10,
          })[0]!,
      },
      right: {
        name: "Gamma functions",
        evaluate: ({ a, b }) => (2 ** (-1 - b) * gamma(b + 1) * gamma(a - 1 - b)) / gamma(a),
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding of powers with exponents up to 30 of s up to 1e160" },
    },
  ],
});
