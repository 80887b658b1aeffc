import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { labelled, meanOf } from "./ensemble.js";
import { frobenius, notation, packed, sizes } from "./settings.js";

export const assumption511 = theorem({
  id: "landscape/assumption-5-1-1",
  kind: "definition",
  title: "The mean of the Hessian is bounded: its norm is at most the mean Frobenius norm of the Hessians.",
  notation: {
    ...notation,
    A_norm: "the operator norm of A = E[H], over fair labels at fixed theta",
    C: "E of the Frobenius norm of H",
  },
  parameters: sizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("A_norm"), symbol("C")),
  source: paper("Assumption 5.1, 1)"),
  uses: ["landscape/equation-12"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "norm of the mean of the matrices of blocks",
        evaluate: (values) => {
          const mean = meanOf(labelled(values).map(riskHessian));
          const eigenvalues = symmetricEigenvalues(packed(mean), mean.length);
          return Math.max(-eigenvalues[0]!, eigenvalues.at(-1)!);
        },
      },
      right: {
        name: "mean of the norms, hyper-dual numbers",
        evaluate: (values) => {
          const norms = labelled(values).map((problem) => frobenius(riskSecondDerivatives(problem)));
          return norms.reduce((sum, norm) => sum + norm, 0) / norms.length;
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
});
