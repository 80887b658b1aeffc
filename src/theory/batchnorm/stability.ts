import type { Estimate } from "../../numeric/estimate.js";

/**
 * Whether networks stay at the fixed point: `stable` when every forward eigenvalue is below 1, `unstable` when one is
 * above, `marginal` when the errors cannot tell or it is 1, `collapsed` when all samples of a batch have become alike (mu = 0).
 */
export type Verdict = "stable" | "unstable" | "marginal" | "collapsed";

export interface Stability {
  readonly verdict: Verdict;
  /** The largest forward eigenvalue. */
  readonly forwardMax: Estimate;
}

export function stabilityOf(forward: readonly (Estimate | null)[], collapsed: boolean): Stability {
  const known = forward.filter((estimate) => estimate !== null);
  const forwardMax = known.reduce((largest, estimate) => (estimate.value > largest.value ? estimate : largest));
  const { value, error } = forwardMax;
  const verdict = collapsed ? "collapsed" : value - error > 1 ? "unstable" : value + error < 1 ? "stable" : "marginal";
  return { verdict, forwardMax };
}
