import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { hessianVectorProduct, riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { losses, networkOf, notation, rounding, sizes } from "./settings.js";

export const equation12 = theorem({
  id: "landscape/equation-12",
  kind: "formula",
  title: "The Hessian of the risk is the mean of the samples' Hessians.",
  notation: { ...notation, H: "d2R/dtheta2 of a ReLU network", S: "sum over the samples of l'(T_i) d2T_i/dtheta2" },
  parameters: { ...sizes, loss: losses },
  assumptions: [],
  claim: equation(symbol("H"), over("S", "m")),
  source: paper("eq. (12)"),
  uses: ["landscape/equation-5", "landscape/class-l0"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of the blocks",
        evaluate: ({ loss, ...rest }) => riskHessian(networkOf(rest, { loss })).flat(),
      },
      right: {
        name: "hyper-dual numbers through the risk",
        evaluate: ({ loss, ...rest }) => riskSecondDerivatives(networkOf(rest, { loss })).flat(),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "products with the unit vectors, forward over reverse",
        evaluate: ({ loss, ...rest }) => {
          const problem = networkOf(rest, { loss });
          const N = problem.W.reduce((sum, layer) => sum + layer.length * layer[0]!.length, problem.alpha.length);
          const unit = (k: number) => Array.from({ length: N }, (_, i) => Number(i === k));
          return Array.from({ length: N }, (_, k) => hessianVectorProduct(problem, unit(k))).flat();
        },
      },
      right: {
        name: "hyper-dual numbers through the risk",
        evaluate: ({ loss, ...rest }) => riskSecondDerivatives(networkOf(rest, { loss })).flat(),
      },
      tolerance: rounding,
    },
  ],
});
