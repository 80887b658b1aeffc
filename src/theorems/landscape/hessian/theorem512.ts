import { spectralNorm } from "../../../numeric/linearAlgebra/spectralNorm.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { hessianFacts } from "../../../theory/landscape/hessian/hessianFacts.js";
import { hessianOperator } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainLosses } from "../ways/hyperDual.js";
import { largestOutputNorm } from "../ways/largestOutputNorm.js";
import { losses, type NetworkSizes, networkOf, notation, sizes } from "./settings.js";

type Values = NetworkSizes & { readonly loss: "hinge" | "abs" };

const problemOf = ({ loss, ...rest }: Values) => networkOf(rest, { loss });

/** Norm of the risk's Hessian by Lanczos on products. */
const normByProducts = (values: Values): number => {
  const { size, product } = hessianOperator(problemOf(values));
  return spectralNorm(product, size).value;
};

/** mean of(l') max_i |d2T_i|, by hyper-dual numbers and dense eigenvalues. */
function boundBy(values: Values, of: (slope: number) => number): number {
  const problem = problemOf(values);
  const slopes = plainLosses(problem).map(([, slope]) => of(slope));
  return (slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length) * largestOutputNorm(problem);
}

const tolerance = { unit: "rel", limit: 1e-11, why: "rounding of norms and eigenvalues" } as const;
const bounded = (by: string) => compare("LessEqual", symbol("H_norm"), times(by, "lambda_0"));

export const theorem512 = theorem({
  id: "landscape/theorem-5-1-2",
  kind: "theorem",
  title: "The norm of the Hessian is at most the mean of |l'| times the largest norm of the Hessian of an output.",
  notation: {
    ...notation,
    ...{ H_norm: "the operator norm of d2R/dtheta2", E_abs: "mean of |l'| over the samples", E_l: "mean of l'" },
    lambda_0: "max_i of the operator norm of d2T_i/dtheta2; it depends on theta",
  },
  parameters: { ...sizes, loss: losses },
  assumptions: [],
  claim: bounded("E_abs"),
  source: paper("Theorem 5.1, part 2"),
  uses: ["landscape/equation-12"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "the norm by products", evaluate: normByProducts },
      right: { name: "the bound by hyper-dual numbers", evaluate: (values) => boundBy(values, Math.abs) },
      tolerance,
    },
    {
      kind: "routes",
      left: { name: "the bound of the engine", evaluate: (values) => hessianFacts(problemOf(values)).bound },
      right: { name: "the bound by hyper-dual numbers", evaluate: (values) => boundBy(values, Math.abs) },
      tolerance,
    },
  ],
  printed: {
    claim: bounded("E_l"),
    says: "The mean of l' is printed; the proof has the mean of |l'|. With balanced labels the mean of l' is 0, the norm is not.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 1, n: 2, m: 2, seed: 2, loss: "hinge" },
      relation: "LessEqual",
      left: { name: "the norm by products", evaluate: normByProducts },
      right: { name: "the printed bound", evaluate: (values) => boundBy(values, (slope) => slope) },
      tolerance,
    },
  },
});
