import type { Experiment } from "../../simulation/experiment.js";
import { logMeanOf } from "../../simulation/statistics/logMean.js";
import { meanOf } from "../../simulation/statistics/mean.js";

export interface Average {
  readonly value: number;
  /** Standard error of `value`. */
  readonly standardError: number;
  /** How many independent networks it rests on: fewer than were run where a few dominate the mean of an exponential. */
  readonly networks: number;
}

/**
 * E observe, or log E exp(observe), from independent networks. The logarithm of a mean is below the mean's logarithm by half its
 * squared relative error on average: that much is added. Throws a TheoryError where a number is not finite.
 */
export function averageOf(observed: readonly number[], average: Experiment["average"]): Average {
  if (average === "mean") {
    const { value, standardError, samples } = meanOf(observed);
    return { value, standardError, networks: samples };
  }
  const { value, standardError, effectiveSamples } = logMeanOf(observed);
  return { value: value + standardError ** 2 / 2, standardError, networks: effectiveSamples };
}
