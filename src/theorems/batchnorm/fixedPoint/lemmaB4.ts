import gamma from "@stdlib/math-base-special-gamma";
import { gamma as Gamma, integral, minus, negative, over, power, times } from "../../../symbolic/build.js";
import { call } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";

export const lemmaB4 = theorem({
  id: "batchnorm/lemma-b-4",
  kind: "lemma",
  title: "c^-z = (1/Gamma(z)) times the integral of x^(z-1) e^(-c x) over x > 0 (Schwinger's parametrisation).",
  parameters: {
    z: { set: "real", min: 0.05, max: 20, doc: "Exponent, any z > 0." },
    c: { set: "real", min: 0.01, max: 100, doc: "Base, any c > 0." },
  },
  assumptions: [],
  claim: equation(
    power("c", negative("z")),
    over(
      integral(times(power("x", minus("z", 1)), call("Exp", negative(times("c", "x")))), "x", 0, call("Infinity")),
      Gamma("z"),
    ),
  ),
  source: paper("Lemma B.4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the power", evaluate: ({ z, c }) => c ** -z },
      right: {
        name: "the integral, by the trapezoid rule in log x",
        evaluate: ({ z, c }) => {
          const range = { low: z - 1, high: 3, least: 1 / c, most: (z + 1) / c };
          return logTrapezoid((x) => x ** (z - 1) * Math.exp(-c * x), range, 0.1)[0]! / gamma(z);
        },
      },
      tolerance: { unit: "rel", limit: 2e-13, why: "rounding of x^(z-1) with z up to 20, of a sum of 1e4 terms" },
    },
  ],
});
