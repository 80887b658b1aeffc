import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { networkRisk } from "../../../theory/landscape/hessian/networkRisk.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { outputSecondDerivatives, plainOutputs } from "../ways/hyperDual.js";
import { meanOf } from "./ensemble.js";
import { frobenius, type NetworkSizes, networkOf, notation, sizes } from "./settings.js";

/** Labels y = T(x) - eps, T by hyper-dual numbers. */
const closeBy = (values: NetworkSizes, eps: number) => {
  const problem = networkOf(values, { loss: "abs" });
  return { ...problem, y: plainOutputs(problem).map((T) => T - eps) };
};

export const riskAndSlope = theorem({
  id: "landscape/small-risk",
  kind: "remark",
  title: "A risk near zero does not make the Hessian small: the absolute loss has slope 1 at every distance.",
  notation: {
    ...notation,
    H_eps: "the Frobenius norm of the Hessian where every label is T - eps and the risk eps",
    H_T: "the Frobenius norm of the mean of d2T_i/dtheta2",
  },
  parameters: {
    ...sizes,
    log_eps: { set: "real", min: -12, max: 0, doc: "ln eps." },
  },
  assumptions: [],
  claim: equation(symbol("H_eps"), symbol("H_T")),
  source: paper("Theorem 5.1, part 2, and its proof: E[l'] becomes small with the risk"),
  uses: ["landscape/theorem-5-1-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "risk over eps, and norm of the Hessian",
        evaluate: ({ log_eps, ...rest }) => {
          const eps = Math.exp(log_eps);
          const problem = closeBy(rest, eps);
          return [networkRisk(problem).risk / eps, frobenius(riskHessian(problem))];
        },
      },
      right: {
        name: "1, and the norm of the mean by hyper-dual numbers",
        evaluate: ({ log_eps: _, ...rest }) => {
          const problem = networkOf(rest);
          const all = problem.X.map((__, sample) => outputSecondDerivatives(problem, sample));
          return [1, frobenius(meanOf(all))];
        },
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "T - (T - eps) for eps down to 6e-6 and T up to 100" },
    },
  ],
});
