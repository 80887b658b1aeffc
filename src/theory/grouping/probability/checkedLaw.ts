import { domainError } from "../../../numeric/domain.js";
import { assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";

/** How far from 1 a sum of probabilities may be, and how far apart two laws that ought to be the same. */
export const SLACK = 1e-9;

/**
 * The probabilities divided by their sum, frozen. `parameter` is what errors call them.
 * @throws TheoryError "domain" for an empty list, entries that are negative or not finite, and a sum further than 1e-9 from 1.
 */
export function checkedLaw(parameter: string, weights: readonly number[]): readonly number[] {
  const total = assertProbabilities(parameter, weights);
  return Object.freeze(weights.map((weight) => weight / total));
}

/** Throws TheoryError where two laws differ by more than 1e-9 at a state; `what` says what the law ought to be. */
export function assertSameLaw(
  parameter: string,
  found: readonly number[],
  wanted: readonly number[],
  { what, remedy }: { readonly what: string; readonly remedy: string },
): void {
  if (found.length !== wanted.length) {
    throw domainError(parameter, `a law of ${found.length} states`, `${wanted.length} states: ${what}`, remedy);
  }
  const wrong = found.findIndex((weight, i) => !(Math.abs(weight - wanted[i]!) <= SLACK));
  if (wrong < 0) return;
  const value = `probability ${found[wrong]} of state ${wrong}`;
  throw domainError(parameter, value, `${wanted[wrong]}: ${what}`, remedy);
}
