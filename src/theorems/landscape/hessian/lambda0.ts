import { minus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { hessianFacts } from "../../../theory/landscape/hessian/hessianFacts.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { largestOutputNorm } from "../ways/largestOutputNorm.js";
import { networkOf, notation, rounding, sizes } from "./settings.js";

const scaled = (problem: RiskProblem, s: number): RiskProblem => ({
  ...problem,
  W: problem.W.map((layer) => layer.map((row) => row.map((entry) => s * entry))),
  alpha: problem.alpha.map((entry) => s * entry),
});

export const lambda0 = theorem({
  id: "landscape/lambda-0",
  kind: "remark",
  title:
    "The constant of Theorem 5.1 part 2 depends on the weights: s times as long, they make it s^(L-2) times as large.",
  notation: {
    ...notation,
    lambda_s: "lambda_0 at s theta",
    lambda_1: "lambda_0 at theta",
    L: "layers of weights, alpha with them",
  },
  parameters: { ...sizes, s: { set: "real", min: 0.25, max: 4, doc: "Factor of all weights." } },
  assumptions: [],
  claim: equation(symbol("lambda_s"), times(power("s", minus("L", 2)), "lambda_1")),
  source: paper("Theorem 5.1, part 2: a constant lambda_0"),
  uses: ["landscape/theorem-5-1-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the engine at s theta",
        evaluate: ({ s, ...rest }) => hessianFacts(scaled(networkOf(rest), s)).largestSampleNorm,
      },
      right: {
        name: "hyper-dual numbers at theta, and the power",
        evaluate: ({ s, ...rest }) => s ** (rest.hidden - 1) * largestOutputNorm(networkOf(rest)),
      },
      tolerance: rounding,
    },
  ],
});
