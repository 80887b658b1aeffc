import { slowTime, slowTimeBound } from "../../../../proofs/alignment/angle.js";
import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { minus, over, pi, plus, times } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { leadingTime } from "../../../theory/alignment/dynamics/leadingTime.js";
import { timeToAngle } from "../../../theory/alignment/dynamics/timeToAngle.js";
import { sineGap } from "../../../theory/alignment/population/sineGap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { positive } from "./settings.js";

export const slowEscape = theorem({
  id: "alignment/slow-escape",
  kind: "theorem",
  title: "From the angle pi - eps to theta a student takes the time (2 pi/alpha)(1/eps - 1/(pi - theta)) + O(1).",
  notation: {
    t_0: "the time",
    b: "(2 pi/alpha) times the integral of 1/(e sin e) - 1/e^2 over eps < e < pi - theta: bounded as eps tends to 0",
  },
  parameters: {
    eps: positive(1e-6, 0.5, "How far the start is from pi."),
    theta: { set: "real", min: 0.1, max: 2.5, doc: "Where it ends, radians." },
    alpha: positive(0.05, 5, "alpha."),
  },
  assumptions: [],
  claim: equation(
    symbol("t_0"),
    plus(times(over(times(2, pi), "alpha"), minus(over(integer(1), "eps"), over(integer(1), minus(pi, "theta")))), "b"),
  ),
  source: paper("section 5.3, below eq. (10), where the factor 2 pi/alpha is left out"),
  uses: ["alignment/equation-10"],
  proof: { kind: "steps", file: "proofs/alignment/angle.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [slowTime, slowTimeBound],
      because: "they end in a lower and an upper bound, whose difference stays bounded as eps tends to 0",
    },
    {
      kind: "routes",
      left: {
        name: "alpha eps t_0, by quadrature over ln tan(theta/2)",
        evaluate: ({ eps, theta, alpha }) => alpha * eps * timeToAngle(Math.PI - eps, theta, alpha).value,
      },
      right: {
        name: "alpha eps (leading time + bounded rest)",
        evaluate: ({ eps, theta, alpha }) => {
          // (e - sin e)/(e^2 sin e)
          const rest = gaussKronrod((e) => sineGap(e) / (e * e * Math.sin(e)), eps, Math.PI - theta).value;
          return eps * (alpha * leadingTime(Math.PI - eps, theta, alpha).value + 2 * Math.PI * rest);
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "quadrature and rounding; both sides see the rounded pi - eps" },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "alpha (t_0 - leading time)",
        evaluate: ({ eps, theta, alpha }) =>
          alpha * (timeToAngle(Math.PI - eps, theta, alpha).value - leadingTime(Math.PI - eps, theta, alpha).value),
      },
      right: {
        name: "2 pi times the integral of the rest from 0, whatever eps is",
        evaluate: ({ theta }) =>
          2 * Math.PI * gaussKronrod((e) => sineGap(e) / (e * e * Math.sin(e)), 0, Math.PI - theta).value,
      },
      tolerance: {
        unit: "abs",
        limit: 0.01,
        why: "a time of 6e6 from an angle with ten digits of eps is known to 3e-3",
      },
    },
  ],
});
