import type { Problem } from "./problem.js";
import { MAX_REACH } from "./reach.js";
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

const SCAN = 4001;

/** Whether psi has one value wherever normalised values reach, to the last bit and as far as 4001 points tell. */
export function isFlat({ psi, batch }: Problem): boolean {
  const end = Math.min(MAX_REACH, Math.sqrt(batch - 1));
  const first = psi.value(-end);
  for (let i = 1; i < SCAN; i++) if (psi.value(end * ((2 * i) / (SCAN - 1) - 1)) !== first) return false;
  return true;
}
