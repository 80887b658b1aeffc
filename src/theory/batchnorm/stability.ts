import type { Estimate } from "../../numeric/estimate.js";

/**
 * Whether networks stay at the fixed point: `stable` when every forward eigenvalue is below 1, `unstable` when one is
 * above, `marginal` when the errors cannot tell or it is 1, `collapsed` when all samples of a batch have become alike (mu = 0).
 */
export type Verdict = "stable" | "unstable" | "marginal" | "collapsed";

export interface Stability {
  readonly verdict: Verdict;
  /** The largest forward eigenvalue; its error covers every other that may be larger. */
  readonly forwardMax: Estimate;
}

export function stabilityOf(forward: readonly (Estimate | null)[], collapsed: boolean): Stability {
  const known = forward.filter((estimate) => estimate !== null);
  const largest = known.reduce((best, estimate) => (estimate.value > best.value ? estimate : best));
  const { value } = largest;
  const error = Math.max(...known.map((estimate) => estimate.value + estimate.error)) - value;
  const hidden = error > largest.error;
  const forwardMax = hidden ? { ...largest, error, converged: largest.converged && error < Infinity } : largest;
  const isAbove = known.some((estimate) => estimate.value - estimate.error > 1);
  const verdict = collapsed ? "collapsed" : isAbove ? "unstable" : value + error < 1 ? "stable" : "marginal";
  return { verdict, forwardMax };
}
