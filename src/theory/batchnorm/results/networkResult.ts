/** What a network's answers are once they are computed: plain data, shaped like the JSON output. */
import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm, Confirmation, Eigenvalues } from "../batchNorm.js";
import { type Reached, reached } from "../dynamics/reached.js";
import type { Stability } from "../stability.js";

export interface RateResult {
  readonly activation: string;
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
  readonly rate: Estimate;
  readonly depthScale: Estimate;
  readonly trainableDepth: number;
  readonly stability: Stability;
  /** Present when a second route was asked for; null when no other route applies. */
  readonly confirmation?: Confirmation | null;
  /** Where the network goes instead; present when BSB1 is unstable and it was asked for. */
  readonly reached?: Reached;
  readonly notes: readonly string[];
}

export interface SpectrumResult extends RateResult {
  readonly fixedPoint: { readonly q: Estimate; readonly c: Estimate; readonly mu: Estimate };
  readonly forward: Eigenvalues;
  readonly backward: Eigenvalues;
  readonly crossBatch: { readonly c: Estimate; readonly eigenvalue: Estimate };
}

export function rateResult(network: BatchNorm, confirm = false): RateResult {
  const { activation, batch, epsilon, gamma, beta, weightVariance } = network;
  const { rate, depthScale, trainableDepth, stability, notes } = network;
  return {
    ...{ activation: activation.text, batch, epsilon, gamma, beta, weightVariance },
    ...{ rate, depthScale, trainableDepth, stability },
    ...(confirm ? { confirmation: network.confirm() } : {}),
    notes,
  };
}

/** With where the network goes, when its BSB1 is unstable. */
export function withReached(network: BatchNorm, result: RateResult): RateResult {
  const found = reached(network);
  return found === null ? result : { ...result, reached: found };
}

export function spectrumResult(network: BatchNorm, confirm = false): SpectrumResult {
  const { backward } = network; // first: the rate is then read from the same solution
  const { notes, ...rest } = rateResult(network, confirm);
  const { fixedPoint, forward, crossBatch } = network;
  return { ...rest, fixedPoint, forward, backward, crossBatch, notes };
}

/** Every estimate of the result reached its tolerance, and no second route contradicts it. */
export function isSound(result: RateResult | SpectrumResult): boolean {
  if (result.confirmation?.agrees === false) return false;
  const estimates = [result.rate, result.depthScale, result.stability.forwardMax];
  if ("fixedPoint" in result) {
    const { fixedPoint, forward, backward, crossBatch } = result;
    for (const group of [fixedPoint, forward, backward, crossBatch]) estimates.push(...Object.values(group));
  }
  return estimates.every((estimate) => estimate === null || estimate.converged);
}
