import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { outputSecondDerivatives } from "./hyperDual.js";

/** max_i of the norm of d2T_i, by hyper-dual numbers and dense eigenvalues. */
export const largestOutputNorm = (problem: RiskProblem): number =>
  Math.max(
    ...problem.X.map((_, sample) => {
      const matrix = outputSecondDerivatives(problem, sample);
      const eigenvalues = symmetricEigenvalues(Float64Array.from(matrix.flat()), matrix.length);
      return Math.max(-eigenvalues[0]!, eigenvalues.at(-1)!);
    }),
  );
