/** Conditional means of one node given the event of its receptive field (Tian et al. 2019, Sec. 3.2), and the decorrelation condition. */
import { byEvent, conditionalCovariances, conditionalMeans } from "../groupBy.js";
import { type Ladder, regionOf } from "../ladder.js";
import type { NodeGradient } from "../network/backwardPass.js";
import type { Activity } from "../network/forwardPass.js";
import type { NetworkNode } from "../network/network.js";

/** One number for each event of the node's region. */
export interface EventMeans {
  /** f(z) = E[f | z]. */
  readonly activation: readonly number[];
  /** E[f_raw | z]. */
  readonly raw: readonly number[];
  /** f'(z) = E[f' | z], the probability that the gate is open. */
  readonly gate: readonly number[];
  /** Cov(f_raw, f' | z): never negative for a ReLU, positive exactly where the gate is random given z. */
  readonly rawGateCovariance: readonly number[];
}

/** One number for each event of the node's region. */
export interface EventGradient {
  /** g(z) = E[g | z]. */
  readonly gradient: readonly number[];
  /** E[g_raw | z]. */
  readonly raw: readonly number[];
  /** Cov(g_raw, f' | z). */
  readonly rawGateCovariance: readonly number[];
}

/** E[. | z] of what the node does, exact. */
export function eventMeans(ladder: Ladder, node: NetworkNode, { raw, gate, activation }: Activity): EventMeans {
  const events = byEvent(regionOf(ladder, node.region));
  return {
    activation: conditionalMeans(ladder, activation, events),
    raw: conditionalMeans(ladder, raw, events),
    gate: conditionalMeans(ladder, gate, events),
    rawGateCovariance: conditionalCovariances(ladder, raw, gate, events),
  };
}

/** E[. | z] of what the node receives from above, exact. */
export function eventGradientMeans(
  ladder: Ladder,
  node: NetworkNode,
  { gate }: Activity,
  { raw, gradient }: NodeGradient,
): EventGradient {
  const events = byEvent(regionOf(ladder, node.region));
  return {
    gradient: conditionalMeans(ladder, gradient, events),
    raw: conditionalMeans(ladder, raw, events),
    rawGateCovariance: conditionalCovariances(ladder, raw, gate, events),
  };
}
