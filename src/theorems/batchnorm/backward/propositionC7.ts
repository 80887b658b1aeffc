import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import type { Values } from "../../domain.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { covarianceOf, hermitePair, pairParameters, parametersOf, quadratic, safeStep } from "../ways/gaussianPairs.js";
import { dot, multiply } from "../ways/smallMatrices.js";

const claim = equation(symbol("V4"), plus(times("V", "s"), times(2, "dV")));

/** What both sides may be at most, but for a factor: sqrt(V_11 V_22) |Lambda| tr Sigma. Either may be 0. */
function sizeOf({ sigma11, sigma22, c, Lambda, phi }: Values<typeof pairParameters>): number {
  const square = (f: (y1: number, y2: number) => number) => hermitePair({ sigma11, sigma22, c }, "conditional", f);
  const products = square((y1) => phi.value(y1) ** 2) * square((_, y2) => phi.value(y2) ** 2);
  // for Lambda = 0 both sides are 0
  return Math.sqrt(products) * Math.hypot(...Lambda.flat()) * (sigma11 + sigma22) || 1;
}

export const propositionC7 = theorem({
  id: "batchnorm/proposition-c-7",
  kind: "proposition",
  title: "The fourth-order covariance map is the covariance map and its derivative",
  notation: {
    V4: "V4(Sigma){Lambda}_12 = E[phi(y1) phi(y2) y^T Lambda y]",
    V: "V(Sigma)_12",
    s: "<Sigma, Lambda>",
    dV: "the derivative of V(Sigma)_12 in the direction Sigma Lambda Sigma",
  },
  parameters: pairParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition C.7" }],
  uses: ["batchnorm/definition-c-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E[phi(y1) phi(y2) y^T Lambda y] by Gauss-Hermite",
        evaluate(values) {
          const { sigma11, sigma22, c, Lambda, phi } = values;
          const mean = hermitePair(
            { sigma11, sigma22, c },
            "conditional",
            (y1, y2) => phi.value(y1) * phi.value(y2) * quadratic(Lambda, y1, y2),
          );
          return mean / sizeOf(values);
        },
      },
      right: {
        name: "V <Sigma, Lambda> + 2 dV/dt at Sigma + t Sigma Lambda Sigma by differences",
        evaluate(values) {
          const { sigma11, sigma22, c, Lambda, phi } = values;
          const Sigma = covarianceOf({ sigma11, sigma22, c });
          const direction = multiply(multiply(Sigma, Lambda), Sigma);
          const inner = dot(Sigma.flat(), Lambda.flat());
          const entry = (t: number) =>
            hermitePair(parametersOf(Sigma, direction, t), "conditional", (y1, y2) => phi.value(y1) * phi.value(y2));
          const sum = entry(0) * inner + 2 * slopeByDifferences(entry, 0, safeStep(Sigma, direction));
          return sum / sizeOf(values);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-9,
        why: "differences of polynomials up to the degree 10, in units of what they may be at most",
      },
    },
  ],
});
