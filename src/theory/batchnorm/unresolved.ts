import type { Problem } from "./problem.js";
import type { Approximation, Quantities, Quantity, Solution } from "./route.js";

const QUANTITIES: readonly Quantity[] = [
  ...(["q", "c", "mu", "forwardG", "forwardL", "forwardM"] as const),
  ...(["backwardG", "backwardL", "backwardM", "crossC", "crossEigenvalue"] as const),
];

const unknown = (value: number): Approximation => ({ value, error: Infinity });

/** Nothing is known: no node fell where psi varies. */
export function unresolvedState(evals: number): Solution {
  const quantities = Object.fromEntries(QUANTITIES.map((name) => [name, unknown(0)])) as Quantities;
  return { quantities, evals, collapsed: false };
}

/**
 * The solution, unless its rate is below (B-2)/(B-3), which no activation has (paper, Theorem 9, epsilon = 0): then slopes too
 * steep for the nodes were missed, and nothing is known of what depends on psi'.
 */
export function trusted({ batch, epsilon }: Problem, solution: Solution): Solution {
  const { quantities } = solution;
  const rate = quantities.backwardG;
  if (rate === undefined || epsilon > 0 || batch < 4) return solution;
  const least = batch === Infinity ? 1 : (batch - 2) / (batch - 3);
  if (!(rate.value + rate.error < least * (1 - 1e-12))) return solution;
  const entries = Object.entries(quantities).map(([name, found]) =>
    name.startsWith("backward") ? [name, unknown(found.value)] : [name, found],
  );
  return { ...solution, quantities: Object.fromEntries(entries) };
}
