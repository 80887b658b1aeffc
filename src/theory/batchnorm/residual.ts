/**
 * Pre-activation residual networks H_{l+1} = H_l + W_l phi(gamma BN(H_l) + beta), l = 1, 2, ..., epsilon = 0, from H_1 of covariance v I:
 *
 *   G Sigma_l G = (v + (l-1) mu) G,     E|dLoss/dH_l|^2 = (1 + rate mu/(v + (l-1) mu)) E|dLoss/dH_{l+1}|^2.
 *
 * BN sees the direction of H_l only, so every block adds the same mu to the variance and sends back the gradient of the plain network, smaller by mu over the
 * variance. The product over l grows like ((L + l0)/l0)^rate, l0 = v/mu: a polynomial whose exponent is the plain network's rate. Ours; it is
 * exact in the limit of infinite width where BSB1 attracts.
 */
import { domainError } from "../../numeric/domain.js";
import type { Estimate } from "../../numeric/estimate.js";
import type { BatchNorm } from "./batchNorm.js";

export interface ResidualOptions {
  /** Layers, from 1 on: growth from `to` down to `from`. */
  readonly from: number;
  readonly to: number;
  /** v. Default 1. */
  readonly inputVariance?: number;
}

/**
 * ln E|dLoss/dH_from|^2 - ln E|dLoss/dH_to|^2, the sum of ln(1 + rate/(l0 + l - 1)), l = from .. to-1; 0 for from = to.
 *
 * @throws TheoryError "domain" unless 1 <= from <= to <= 1e6, inputVariance > 0, epsilon = 0, mu > 0 and the rate is finite.
 */
export function residualLogGrowth(network: BatchNorm, { from, to, inputVariance = 1 }: ResidualOptions): Estimate {
  const layers = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && to >= from && to <= 1e6;
  if (!layers)
    throw domainError("from, to", `${from}, ${to}`, "whole layers, 1 <= from <= to <= 1e6", "Layers count from 1.");
  if (!(inputVariance > 0 && inputVariance <= 1e12)) {
    throw domainError("inputVariance", inputVariance, "a number above 0, at most 1e12", "1 is usual.");
  }
  if (network.epsilon > 0) {
    throw domainError(
      "epsilon",
      network.epsilon,
      "0 for residual networks",
      "With epsilon the variance changes the law.",
    );
  }
  const { rate, fixedPoint } = network;
  if (rate.value === Infinity) {
    const remedy = "Take a batch of at least 4 and an activation without jumps.";
    throw domainError("batch", network.batch, "a batch at which the rate is finite", remedy);
  }
  const { mu } = fixedPoint;
  if (!(mu.value > 0)) {
    const remedy = "Take an activation that is not constant, of moderate size.";
    throw domainError("activation", network.activation.text, "an activation with mu > 0", remedy);
  }
  const l0 = inputVariance / mu.value;
  let [value, error] = [0, 0];
  for (let layer = from; layer < to; layer++) {
    const place = l0 + layer - 1;
    value += Math.log1p(rate.value / place);
    // of rate, and of mu in l0
    error += (rate.error + (rate.value * l0 * mu.error) / (mu.value * place)) / (place + rate.value);
  }
  error += 2 ** -51 * value;
  return { value, error, method: rate.method, evals: rate.evals, converged: rate.converged && mu.converged };
}
