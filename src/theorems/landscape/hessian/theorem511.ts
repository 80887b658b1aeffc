import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { networkRisk } from "../../../theory/landscape/hessian/networkRisk.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { plainLosses, riskSecondDerivatives } from "../ways/hyperDual.js";
import { frobenius, type NetworkSizes, nearZero, networkOf, notation, sizes } from "./settings.js";

interface FlatValues extends NetworkSizes {
  readonly flat: "dead" | "conflicting";
  readonly r: number;
}

/** Positive inputs and negative first weights; or every input with both labels, and outputs far within (-1, 1). */
function flatMinimum({ flat, ...values }: FlatValues): RiskProblem {
  const problem = networkOf(values);
  if (flat === "dead") {
    const W = problem.W.map((layer, p) =>
      p > 0 ? layer : layer.map((row) => row.map((entry) => -1 - Math.abs(entry))),
    );
    return { ...problem, W, X: problem.X.map((row) => row.map((entry) => 0.1 + Math.abs(entry))) };
  }
  // weights of order 1 make of them outputs far below 1
  const small = problem.X.map((row) => row.map((entry) => entry / 1e4));
  const X = [...small, ...small];
  return { ...problem, X, y: X.map((_, i) => (i < problem.X.length ? 1 : -1)) };
}

/** Every weight moved by at most r/20 where the minimum has room for it. */
function moved(problem: RiskProblem, { r, seed }: FlatValues): RiskProblem {
  const shift = (index: number) => (r / 20) * Math.sin(seed + 1.7 * index);
  let index = 0;
  const W = problem.W.map((layer) => layer.map((row) => row.map((entry) => entry + shift(index++))));
  return { ...problem, W, alpha: problem.alpha.map((entry) => entry + shift(index++)) };
}

export const theorem511 = theorem({
  id: "landscape/theorem-5-1-1",
  kind: "theorem",
  title:
    "There are local minima of positive risk: around a dead network, and around one between conflicting labels, the risk is constant.",
  notation: { ...notation, R: "the risk at theta", R_moved: "the risk at theta + delta, delta small" },
  parameters: {
    ...sizes,
    flat: {
      set: "choice",
      of: ["dead", "conflicting"],
      doc: "No unit of the first layer is active; or each input has both labels.",
    },
    r: { set: "real", min: 0, max: 1, doc: "How far the weights are moved." },
  },
  assumptions: [],
  claim: equation(symbol("R_moved"), symbol("R")),
  source: paper("Theorem 5.1, part 1"),
  uses: ["landscape/class-l0", "landscape/equation-12"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the risk nearby, and the norm of its Hessian",
        evaluate: (values) => {
          const nearby = moved(flatMinimum(values), values);
          return [networkRisk(nearby).risk, frobenius(riskHessian(nearby))];
        },
      },
      right: {
        name: "the mean hinge loss at T = 0, 1, and hyper-dual numbers",
        evaluate: (values) => [1, frobenius(riskSecondDerivatives(flatMinimum(values)))],
      },
      tolerance: nearZero,
    },
    {
      kind: "routes",
      left: { name: "the risk nearby", evaluate: (values) => networkRisk(moved(flatMinimum(values), values)).risk },
      right: {
        name: "the risk, sample by sample",
        evaluate: (values) => {
          const all = plainLosses(flatMinimum(values));
          return all.reduce((sum, [loss]) => sum + loss, 0) / all.length;
        },
      },
      tolerance: nearZero,
    },
  ],
  printed: {
    claim: equation(symbol("R"), term(0)),
    says: "Printed is that all local minima have zero risk. A dead network with the hinge loss is one of risk 1 with Hessian 0: nonzero Hessians are indefinite, but zero ones say nothing.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 1, n: 2, m: 2, seed: 1, flat: "dead", r: 1 },
      left: { name: "the risk at a local minimum", evaluate: (values) => networkRisk(flatMinimum(values)).risk },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: nearZero,
    },
  },
});
