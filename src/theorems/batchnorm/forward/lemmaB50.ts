import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { minus, negative, over, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianMoment, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { bsb1, centring, doublyCentred, entriesOf, fromRows, matrixOf } from "../ways/patterns.js";
import { normalisedMap, pushed } from "../ways/pushedCovariance.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

const half = (shift: number) => over(minus("B", shift), 2);

export const lemmaB50 = theorem({
  id: "batchnorm/lemma-b-50",
  kind: "lemma",
  title:
    "The derivative of the normalised covariance map at mu G is one of V at G plus a multiple of V(G) by the trace of the direction.",
  notation: {
    ...homogeneousNotation,
    "V'": "d/dt V_{phi N} along a path with Gamma(0) = mu G, here mu = 1, and derivative Delta with zero row sums",
    V_G: "V(G), the covariance map without batch norm at G",
    D_Delta: "its derivative at G along Delta",
    trace: "tr Delta",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 8, doc: "Batch size; any B > 3 in the lemma." },
    ...homogeneous,
    X: { set: "symmetric", size: "B", doc: "The direction is Delta = G X G." },
  },
  assumptions: [],
  claim: equation(
    symbol("V'"),
    times(
      power("B", "alpha"),
      power(2, negative("alpha")),
      minus(
        over(symbol("D_Delta"), call("Pochhammer", plus(half(-1), 0), symbol("alpha"))),
        over(times("alpha", "trace", symbol("V_G")), times(2, call("Pochhammer", half(1), plus("alpha", 1)))),
      ),
    ),
  ),
  source: paper("Lemma B.50, eq. (40)"),
  uses: ["batchnorm/theorem-b-8", "batchnorm/lemma-b-51", "batchnorm/lemma-b-52", "batchnorm/lemma-b-53"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the library's covariance map at G",
        evaluate: ({ B, X, ...phi }) => {
          const delta = doublyCentred(fromRows(X));
          return entriesOf(pushed(normalisedMap(phi), centring(B), delta, 1 / (1 + delta.norm())));
        },
      },
      right: {
        name: "Pochhammer symbols, V(G) and its derivative by the kernel",
        evaluate: ({ B, X, ...phi }) => {
          const delta = doublyCentred(fromRows(X));
          const [rho, t, alpha] = [-1 / (B - 1), (B - 1) / B, phi.alpha];
          const [one, other, slope] = [kernelValue(phi, 1), kernelValue(phi, rho), kernelSlope(phi, rho)];
          const c = gaussianMoment(alpha);
          const derivative = matrixOf(B, (i, j) => {
            const own = c * t ** (alpha - 1);
            if (i === j) return own * alpha * one * delta.get(i, i);
            const diagonal = ((alpha * other - rho * slope) / 2) * (delta.get(i, i) + delta.get(j, j));
            return own * (diagonal + slope * delta.get(i, j));
          });
          const scale = B ** alpha * 2 ** -alpha;
          const value = bsb1(B, c * t ** alpha * one, c * t ** alpha * other);
          const first = derivative.mul(scale / gammaRatio((B + 1) / 2, alpha));
          return entriesOf(
            first.sub(value.mul((scale * alpha * delta.trace()) / (2 * gammaRatio((B - 1) / 2, alpha + 1)))),
          );
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "central differences of values known to 1e-13 with step 1/1000" },
      cases: { count: 30, why: "28 covariance maps a point" },
    },
  ],
});
