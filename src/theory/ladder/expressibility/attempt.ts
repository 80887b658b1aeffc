import { isTheoryError } from "../../../errors.js";
import { type LinearProgram, solveLinearProgram } from "../../../numeric/linearProgram.js";

/** The optimal point of a program that has one; null also where doubles do not decide it: its caller then says that it does not know. */
export function attempt(program: LinearProgram): readonly number[] | null {
  try {
    const solution = solveLinearProgram(program);
    return solution.status === "optimal" ? solution.point : null;
  } catch (error) {
    if (isTheoryError(error)) return null;
    throw error;
  }
}
