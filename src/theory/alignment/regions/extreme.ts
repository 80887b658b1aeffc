import { solveLinearProgram } from "../../../numeric/linearProgram.js";

/** normal . x <= offset, |normal| = 1. */
export interface HalfSpace {
  readonly normal: readonly number[];
  readonly offset: number;
}

/** The largest value of direction.x over the half-spaces; null where they are empty or leave it unbounded. */
export function extreme(halfSpaces: readonly HalfSpace[], direction: readonly number[]): number | null {
  const solution = solveLinearProgram({
    maximise: direction,
    constraints: halfSpaces.map(({ normal, offset }) => ({ coefficients: normal, atMost: offset })),
  });
  return solution.status === "optimal" ? solution.value : null;
}
