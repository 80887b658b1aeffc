import { type Estimate, UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import { findRoot } from "../../numeric/root.js";
import { validBatch } from "./problem.js";
import { homogeneousForward } from "./routes/closedForm/closedForm.js";

export interface Transition {
  readonly batch: number;
  /** alpha_c, or null when BSB1 stays stable up to `searched`. */
  readonly alpha: Estimate | null;
  /** The largest degree that was looked at. */
  readonly searched: number;
}

const LARGEST_DEGREE = 100;

/**
 * alpha_c(B): the least degree alpha >= 1 at which BSB1 of the alpha-ReLU x_+^alpha loses stability, fwd_L(alpha) = 1
 * (paper, Fig. 1c; alpha_c -> 1 + 2.26653/B). For B = 4 and below there is none; for B = infinity it is 1. Closed form of fwd_L,
 * bracketing root finder; the error is that of the root plus fwd_L's over its slope.
 * @throws TheoryError "domain" for a batch that is not an integer >= 2 or Infinity.
 */
export function transition(batch: number): Transition {
  validBatch(batch);
  const none: Transition = { batch, alpha: null, searched: LARGEST_DEGREE };
  if (batch < 3) return none;
  const method = "closed-form";
  if (batch === Infinity) return { ...none, alpha: { value: 1, error: 0, method, evals: 0, converged: true } };
  const forward = (degree: number) => homogeneousForward({ degree, left: 0, right: 1 }, batch).L;
  const excess = (degree: number) => forward(degree).value - 1;
  for (let from = 1; from < LARGEST_DEGREE; from *= 1.25) {
    const to = Math.min(LARGEST_DEGREE, from * 1.25);
    if (excess(to) < 0) continue;
    const { root, error, evals } = findRoot(excess, from, to);
    const step = 1e-4;
    const slope = (excess(root + step) - excess(root - step)) / (2 * step);
    const uncertainty = error + forward(root).error / Math.abs(slope) + UNIT_ROUNDOFF * root;
    return { ...none, alpha: { value: root, error: uncertainty, method, evals, converged: uncertainty < 1e-10 } };
  }
  return none;
}
