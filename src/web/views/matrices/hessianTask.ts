/** The Hessian of the risk of random networks, one depth after the other. */
import { hessianFacts } from "../../../theory/landscape/hessian/hessianFacts.js";
import type { LossName } from "../../../theory/landscape/hessian/pointLoss.js";
import { randomRiskProblem } from "../../../theory/landscape/hessian/randomRiskProblem.js";
import type { TaskContext } from "../../engine/task.js";

export interface HessianQuestion {
  /** Inputs, and nodes of each hidden layer. */
  readonly width: number;
  /** The largest number of hidden layers; all from 1 up are computed. */
  readonly layers: number;
  readonly samples: number;
  readonly loss: LossName;
  readonly seed: number;
}

export interface DepthHessian {
  readonly layers: number;
  readonly parameters: number;
  readonly risk: number;
  /** Ascending, each with the error. */
  readonly eigenvalues: readonly number[];
  readonly error: number;
  /** Counts; zero: within 1e-10 of the norm. */
  readonly negative: number;
  readonly zero: number;
  readonly positive: number;
}

/** Shows one depth after the other. @throws TheoryError for sizes that are too large. */
export async function hessianTask(
  { width, layers, samples, loss, seed }: HessianQuestion,
  { show }: TaskContext<DepthHessian>,
): Promise<null> {
  for (let depth = 1; depth <= layers; depth++) {
    const hidden = Array.from({ length: depth }, () => width);
    const problem = randomRiskProblem({ inputs: width, hidden, samples, seed, loss });
    const { parameters, risk, eigenvalues, error, negative, zero, positive } = hessianFacts(problem);
    await show({ layers: depth, parameters, risk, eigenvalues, error, negative, zero, positive });
  }
  return null;
}
