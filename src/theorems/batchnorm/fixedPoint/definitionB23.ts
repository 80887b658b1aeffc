import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { gamma as Gamma, minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { sphereMoment } from "../ways/homogeneous.js";
import { degree } from "./settings.js";

const half = over(minus("B", 1), 2);

export const definitionB23 = theorem({
  id: "batchnorm/definition-b-23",
  kind: "definition",
  title:
    "K_{alpha,B} = c_alpha ((B-1)/2)^alpha / P((B-1)/2, alpha) is E z_+^(2 alpha) of a sample z of a normalised batch.",
  notation: {
    K: "K_{alpha,B}",
    c_alpha: "2^(alpha-1) Gamma(alpha+1/2)/sqrt(pi), E z_+^(2 alpha) of a standard normal z",
    P: "the Pochhammer symbol",
  },
  parameters: { B: { set: "integer", min: 3, max: 100_000, doc: "Batch size B." }, alpha: { ...degree, max: 8 } },
  assumptions: [],
  claim: equation(
    symbol("K"),
    over(
      times(over(times(power(2, minus("alpha", 1)), Gamma(plus("alpha", over(1, 2)))), root(pi)), power(half, "alpha")),
      call("Pochhammer", half, symbol("alpha")),
    ),
  ),
  source: paper("Definition B.23"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral of (sqrt(B-1) sin u)^(2 alpha) cos^(B-3) u over a quarter turn, tanh-sinh",
        evaluate: ({ B, alpha }) => {
          const end = Math.min(Math.PI / 2, 14 / Math.sqrt(B));
          const f = (u: number) => (Math.sqrt(B - 1) * Math.sin(u)) ** (2 * alpha) * Math.cos(u) ** (B - 3);
          const mass = Math.sqrt(Math.PI) / gammaRatio((B - 2) / 2, 0.5);
          return doubleExponential((_, from) => f(from), 0, end, { relativeTolerance: 1e-13 }).value / mass;
        },
      },
      right: { name: "the Pochhammer symbol", evaluate: ({ B, alpha }) => sphereMoment(alpha, B) },
      tolerance: { unit: "rel", limit: 1e-10, why: "cos^(B-3) rounds to B units of its argument's rounding" },
    },
  ],
});
