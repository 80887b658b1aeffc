import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { integral, minus, over, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

const half = over(1, 2);
const exponent = (name: string) => times(half, minus(name, 1));

export const lemmaB19 = theorem({
  id: "batchnorm/lemma-b-19",
  kind: "lemma",
  title:
    "The integral of sin^j cos^k from s to t in [0, pi/2] is half the incomplete beta integral from cos^2 t to cos^2 s.",
  notation: { sigma: "cos(s)^2", tau: "cos(t)^2", x: "the beta integral's variable cos(theta)^2" },
  parameters: {
    j: { set: "real", min: 0, max: 12, doc: "Power of the sine." },
    k: { set: "integer", min: 0, max: 12, doc: "Power of the cosine." },
    s: { set: "real", min: 0, max: 0.7, doc: "Lower end." },
    t: { set: "real", min: 0.8, max: 1.5707, doc: "Upper end, below pi/2." },
  },
  assumptions: [compare("LessEqual", symbol("s"), symbol("t"))],
  claim: equation(
    integral(
      times(power(call("Sin", symbol("theta")), "j"), power(call("Cos", symbol("theta")), "k")),
      "theta",
      "s",
      "t",
    ),
    times(
      half,
      integral(
        times(power("x", exponent("k")), power(minus(1, "x"), exponent("j"))),
        "x",
        power(call("Cos", symbol("t")), 2),
        power(call("Cos", symbol("s")), 2),
      ),
    ),
  ),
  source: paper("Lemma B.19"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral over the angle, adaptive Gauss-Kronrod; mirrored at pi/2 with (-1)^k",
        evaluate: ({ j, k, s, t }) => {
          const f = (theta: number) => Math.sin(theta) ** j * Math.cos(theta) ** k;
          const options = { relativeTolerance: 1e-12, absoluteTolerance: 1e-16 };
          return [gaussKronrod(f, s, t, options).value, gaussKronrod(f, Math.PI - t, Math.PI - s, options).value];
        },
      },
      right: {
        name: "half the beta integral over x = cos^2, tanh-sinh",
        evaluate: ({ j, k, s, t }) => {
          const [from, to] = [Math.cos(t) ** 2, Math.cos(s) ** 2];
          const value =
            doubleExponential(
              (x, _, toEnd) => x ** ((k - 1) / 2) * (Math.sin(s) ** 2 + toEnd) ** ((j - 1) / 2),
              from,
              to,
              {
                relativeTolerance: 1e-13,
              },
            ).value / 2;
          return [value, (-1) ** k * value];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "the angle pi - t rounds where cos^k is small; x^(-1/2) near cos^2 t = 1e-8",
      },
    },
  ],
});
