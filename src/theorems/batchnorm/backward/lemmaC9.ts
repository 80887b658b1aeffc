/** C.9 at one off-diagonal entry, for two samples. */
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { branchesOf, slopeBranches, timesPower } from "../ways/branches.js";
import { gaussianPair, halfMoment } from "../ways/gaussianKernel.js";
import { covarianceOf, parametersOf, safeStep } from "../ways/gaussianPairs.js";
import { exactly } from "../ways/proofNamed.js";
import { multiply } from "../ways/smallMatrices.js";

const claim = equation(symbol("E_12"), times("alpha", "dV"));

/** What V(Sigma)_12 may be at most, sqrt(V_11 V_22). */
const sizeOf = ({ sigma11, sigma22, alpha, p, m }: Record<"sigma11" | "sigma22" | "alpha" | "p" | "m", number>) =>
  (sigma11 * sigma22) ** (alpha / 2) * (p * p + m * m) * halfMoment(2 * alpha);

export const lemmaC9 = theorem({
  id: "batchnorm/lemma-c-9",
  kind: "lemma",
  title: "The mean of D Lambda y y^T D + D y y^T Lambda D is a derivative of the covariance map",
  notation: {
    E_12: "entry 12 of E[D Lambda y y^T D + D y y^T Lambda D], D = diag phi'(y), y ~ N(0, Sigma)",
    dV: "the derivative of V(Sigma)_12 in the direction Sigma Lambda + Lambda Sigma",
  },
  parameters: {
    sigma11: { set: "real", min: 0.5, max: 2, doc: "variance" },
    sigma22: { set: "real", min: 0.5, max: 2, doc: "variance" },
    c: { set: "real", min: -0.8, max: 0.8, doc: "correlation" },
    Lambda: { set: "symmetric", size: 2, doc: "argument" },
    alpha: { set: "real", min: 0.5, max: 5, open: "min", doc: "degree" },
    p: { set: "real", min: 0.05, max: 3, doc: "phi(1)" },
    m: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Lemma C.9" }],
  uses: ["batchnorm/corollary-i-3"],
  proof: { kind: "steps", file: "proofs/batchnorm/lemmaC9.ts" },
  checks: [
    {
      ...exactly("lemma-c9"),
      because: "with x = 0 and y = 1 it is the entry 12, dV = v (Delta_11 + Delta_22) + w Delta_12",
    },
    {
      kind: "routes",
      left: {
        name: "the four Gaussian means of the left side, by an angle",
        evaluate({ sigma11, sigma22, c, Lambda, alpha, p, m }) {
          const slope = slopeBranches({ alpha, p, m });
          const sizes = [Math.sqrt(sigma11), Math.sqrt(sigma22)] as const;
          // E phi'(y1) y1^a phi'(y2) y2^b, a + b = 2
          const mean = (a: number, b: number) =>
            sizes[0] ** (alpha - 1 + a) *
            sizes[1] ** (alpha - 1 + b) *
            gaussianPair(timesPower(slope, a), timesPower(slope, b), c);
          const [[l11, l12], [l21, l22]] = Lambda as [[number, number], [number, number]];
          const sum = l11 * mean(1, 1) + l12 * mean(0, 2) + l21 * mean(2, 0) + l22 * mean(1, 1);
          return sum / sizeOf({ sigma11, sigma22, alpha, p, m });
        },
      },
      right: {
        name: "alpha times differences of V(Sigma)_12 along Sigma Lambda + Lambda Sigma",
        evaluate({ sigma11, sigma22, c, Lambda, alpha, p, m }) {
          const Sigma = covarianceOf({ sigma11, sigma22, c });
          const half = multiply(Sigma, Lambda);
          const direction = half.map((row, i) => row.map((entry, j) => entry + half[j]![i]!));
          const phi = branchesOf({ alpha, p, m });
          const entry = (t: number) => {
            const at = parametersOf(Sigma, direction, t);
            return (at.sigma11 * at.sigma22) ** (alpha / 2) * gaussianPair(phi, phi, at.c);
          };
          const slope = slopeByDifferences(entry, 0, safeStep(Sigma, direction));
          return (alpha * slope) / sizeOf({ sigma11, sigma22, alpha, p, m });
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "in units of the fixed size; differences lose four digits of 1e-13" },
    },
  ],
});
