import gamma from "@stdlib/math-base-special-gamma";
import { gamma as Gamma, integral, minus, negative, over, plus, power, times } from "../../../symbolic/build.js";
import { call } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";

const b = over(minus("B", 1), 2);
const next = over(plus("B", 1), 2);

export const lemmaB22 = theorem({
  id: "batchnorm/lemma-b-22",
  kind: "lemma",
  title: "The integral of r^B e^(-r^2/(2 mu)) over r > 0 is 2^((B-1)/2) mu^((B+1)/2) Gamma((B+1)/2).",
  parameters: {
    B: { set: "integer", min: 2, max: 60, doc: "Power of r, any B > 1." },
    mu: { set: "real", min: 0.05, max: 20, doc: "Variance." },
  },
  assumptions: [],
  claim: equation(
    integral(
      times(power("r", "B"), call("Exp", negative(over(power("r", 2), times(2, "mu"))))),
      "r",
      0,
      call("Infinity"),
    ),
    times(power(2, b), power("mu", next), Gamma(next)),
  ),
  source: paper("Lemma B.22"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral, by the trapezoid rule in log r",
        evaluate: ({ B, mu }) => {
          const range = { low: B, high: 20, least: Math.sqrt(mu), most: 4 * Math.sqrt(mu * (B + 1)) };
          return logTrapezoid((r) => r ** B * Math.exp((-r * r) / (2 * mu)), range, 0.02)[0]!;
        },
      },
      right: {
        name: "the Gamma function",
        evaluate: ({ B, mu }) => 2 ** ((B - 1) / 2) * mu ** ((B + 1) / 2) * gamma((B + 1) / 2),
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding of r^60 and of the Gamma function at 30" },
    },
  ],
});
