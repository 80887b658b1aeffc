import { inverse } from "ml-matrix";
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { gaussianMoment, homogeneousValue, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { fromRows } from "../ways/patterns.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

/** What the derivative is measured in: E z_+^(2 alpha) (Sigma_11 Sigma_22)^(alpha/2) (p^2 + m^2) |Lambda| over the least eigenvalue. */
function scale({ Sigma, Lambda, alpha, p, m }: Point): number {
  const [xx, yy] = [Sigma[0]![0]!, Sigma[1]![1]!];
  const least = (xx * yy - Sigma[0]![1]! ** 2) / (xx + yy);
  const size = gaussianMoment(alpha) * (xx * yy) ** (alpha / 2) * (p * p + m * m);
  return (size * (1e-3 + Math.hypot(...Lambda.flat()))) / least;
}

interface Point {
  readonly Sigma: readonly (readonly number[])[];
  readonly Lambda: readonly (readonly number[])[];
  readonly alpha: number;
  readonly p: number;
  readonly m: number;
}

export const lemmaB43 = theorem({
  id: "batchnorm/lemma-b-43",
  kind: "lemma",
  title:
    "The derivative of Sigma -> E f(z), z ~ N(0, Sigma), along Lambda is (1/2) E[f(z) <Sigma^-1 z z^T Sigma^-1 - Sigma^-1, Lambda>].",
  notation: {
    ...homogeneousNotation,
    E_Lambda: "the derivative, here of f(z) = phi(z_1) phi(z_2) in two dimensions",
    score: "E[f(z) <Sigma^-1 z z^T Sigma^-1 - Sigma^-1, Lambda>]",
  },
  parameters: {
    ...homogeneous,
    Sigma: { set: "covariance", size: 2, class: "definite", doc: "Covariance." },
    Lambda: { set: "symmetric", size: 2, doc: "Direction." },
  },
  assumptions: [],
  claim: equation(symbol("E_Lambda"), times(over(1, 2), "score")),
  source: paper("Lemma B.43"),
  uses: ["batchnorm/definition-b-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "half the mean with the score over its natural size, in polar coordinates of the whitened z, cut at the walls",
        evaluate: ({ Sigma, Lambda, alpha, p, m }) => {
          const [a, cross, yy] = [Math.sqrt(Sigma[0]![0]!), Sigma[0]![1]!, Sigma[1]![1]!];
          const b = cross / a;
          const d = Math.sqrt(yy - b * b);
          const precision = inverse(fromRows(Sigma));
          const weight = precision.mmul(fromRows(Lambda)).mmul(precision);
          const trace = precision.mmul(fromRows(Lambda)).trace();
          const phi = homogeneousValue({ alpha, p, m });
          // z = (a cos t, h cos(t - delta)) rho
          const [h, delta] = [Math.hypot(b, d), Math.atan2(d, b)];
          const radial = 2 ** alpha * gammaRatio(1, alpha);
          const f = (t: number) => {
            const [x, y] = [a * Math.cos(t), h * Math.cos(t - delta)];
            const form = x * x * weight.get(0, 0) + 2 * x * y * weight.get(0, 1) + y * y * weight.get(1, 1);
            // E rho^(2 alpha + 2) = 2 (alpha + 1) E rho^(2 alpha)
            return phi(x) * phi(y) * (2 * (alpha + 1) * form - trace);
          };
          const half = Math.PI / 2;
          const walls = [-half, delta - half, half, delta + half, 3 * half];
          let sum = 0;
          for (let k = 0; k < 4; k++) {
            sum += doubleExponential(f, walls[k]!, walls[k + 1]!, { relativeTolerance: 1e-13 }).value;
          }
          return (radial * sum) / (4 * Math.PI * scale({ Sigma, Lambda, alpha, p, m }));
        },
      },
      right: {
        name: "the derivative of c_alpha (Sigma_11 Sigma_22)^(alpha/2) J_phi(c) by the chain rule",
        evaluate: ({ Sigma, Lambda, ...phi }) => {
          const [xx, xy, yy] = [Sigma[0]![0]!, Sigma[0]![1]!, Sigma[1]![1]!];
          const size = Math.sqrt(xx * yy);
          const c = xy / size;
          const [value, slope] = [kernelValue(phi, c), kernelSlope(phi, c)];
          const diagonal = ((phi.alpha * value - c * slope) / 2) * (Lambda[0]![0]! / xx + Lambda[1]![1]! / yy);
          const total = gaussianMoment(phi.alpha) * size ** phi.alpha * (diagonal + (slope * Lambda[0]![1]!) / size);
          return total / scale({ Sigma, Lambda, ...phi });
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "in units of the terms of the score, which cancel four digits at a condition number of 1e4",
      },
    },
  ],
});
