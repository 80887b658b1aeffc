import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { outputSecondDerivatives } from "../ways/hyperDual.js";
import { labelled } from "./ensemble.js";
import { averaged, frobenius, type NetworkSizes, networkOf, notation, rounding, sizes } from "./settings.js";

interface LawValues extends NetworkSizes {
  readonly pi: number;
}

/** Outputs within (-1, 1): every margin is active. */
const withSmallOutputs = (problem: RiskProblem): RiskProblem => ({
  ...problem,
  alpha: problem.alpha.map((entry) => entry / 1e4),
});

/** P(y_i = 1), different for each sample; all 1/2 for pi = 1/2. */
const chanceOf = (pi: number, i: number): number => (i % 2 === 0 ? pi : 0.5 + (pi - 0.5) / (i + 1));

/** The mean of H over all 2^m labels, each with its probability. */
function meanOverLabels({ pi, ...values }: LawValues): number[][] {
  const all = labelled(values).map(withSmallOutputs);
  const weights = all.map(({ y }) =>
    y.reduce((product, label, i) => product * (label > 0 ? chanceOf(pi, i) : 1 - chanceOf(pi, i)), 1),
  );
  return averaged(all.map(riskHessian), weights);
}

const expected = symbol("E_H");

export const expectedHessian = theorem({
  id: "landscape/expected-hessian",
  kind: "theorem",
  title:
    "With all margins active the mean Hessian of the hinge loss is that of (1 - 2 P(y = 1)) T: zero for labels that are fair coins.",
  notation: { ...notation, E_H: "E[H] at fixed theta", M: "E[(1 - 2 P(y = 1 given x)) d2T(x)/dtheta2]" },
  parameters: {
    ...sizes,
    pi: { set: "real", min: 0, max: 1, doc: "P(y = 1) of the first sample; the others are between it and 1/2." },
  },
  assumptions: [],
  claim: equation(expected, symbol("M")),
  source: paper("Theorem 5.1: the assumption E(H) = 0"),
  uses: ["landscape/equation-12"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the mean over all labels", evaluate: (values) => meanOverLabels(values).flat() },
      right: {
        name: "hyper-dual numbers, weighted by the probabilities",
        evaluate: ({ pi, ...values }) => {
          const problem = withSmallOutputs(networkOf(values));
          const all = problem.X.map((_, sample) => outputSecondDerivatives(problem, sample));
          return averaged(
            all,
            all.map((_, i) => (1 - 2 * chanceOf(pi, i)) / all.length),
          ).flat();
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(expected, term(0)),
    says: "E(H) = 0 is an assumption of Theorem 5.1 beside those on boundedness and diversity. At fixed weights the mean is the population's Hessian, which is not 0 for labels of a teacher.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 3, hidden: 1, n: 3, m: 3, seed: 1, pi: 1 },
      left: { name: "norm of the mean, labels given by x", evaluate: (values) => frobenius(meanOverLabels(values)) },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: rounding,
    },
  },
});
