import type { Estimate } from "../../numeric/estimate.js";
import type { MeasuringWindow } from "../../simulation/measuringWindow.js";
import type { Network } from "../../simulation/network.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { type BatchNorm, batchNorm } from "../../theory/batchnorm/batchNorm.js";
import { residualLogGrowth } from "../../theory/batchnorm/residual.js";

/** What is predicted of a network, at infinite width and at BSB1. */
export interface Theory {
  readonly network: BatchNorm;
  /** ln of the growth of E|gradient|^2, a layer, between two layers; null where there is no theory (batch norm that does not centre). */
  logGrowth(window: MeasuringWindow): Estimate | null;
}

function logOf({ value, error, ...rest }: Estimate): Estimate | null {
  if (!(value > 0 && value < Infinity)) return null;
  return { ...rest, value: Math.log(value), error: error / value };
}

export function theoryOf(activation: Activation, simulated: Network): Theory {
  const { batch, epsilon, gamma, beta, weightVariance, residual, centred } = simulated;
  const network = batchNorm({ activation, batch, epsilon, gamma, beta, weightVariance });
  return {
    network,
    logGrowth({ from, to }) {
      if (!centred) return null;
      if (!residual) return logOf(network.rate);
      if (epsilon > 0 || logOf(network.rate) === null) return null;
      const { value, error, ...rest } = residualLogGrowth(network, { from, to });
      return { ...rest, value: value / (to - from), error: error / (to - from) };
    },
  };
}
