import type { Problem } from "./problem.js";
import type { Approximation, Solution } from "./route.js";

/** psi constant: one value for every sample, nothing depends on the input, every Jacobian is zero. */
export function constantState({ psi, weightVariance }: Problem): Solution {
  const q = weightVariance * psi.value(0) ** 2;
  const exact = (value: number): Approximation => ({ value, error: 0 });
  const zero = exact(0);
  return {
    quantities: {
      q: exact(q),
      c: exact(1),
      mu: zero,
      forwardG: zero,
      forwardL: zero,
      forwardM: zero,
      backwardG: zero,
      backwardL: zero,
      backwardM: zero,
      crossC: exact(q),
      crossEigenvalue: zero,
    },
    evals: 1,
    collapsed: true,
  };
}
