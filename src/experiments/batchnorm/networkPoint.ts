/** A batch-normalised network that theory and simulation are both asked about. */
import type { Estimate } from "../../numeric/estimate.js";
import type { NetworkOptions } from "../../simulation/network.js";
import { activation } from "../../symbolic/activation/create.js";
import { elementwiseOf } from "../../symbolic/activation/program.js";
import { type BatchNorm, batchNorm, type SolveOptions } from "../../theory/batchnorm/batchNorm.js";

export interface NetworkPoint {
  /** A name or an expression in x. */
  readonly activation: string;
  readonly batch: number;
  readonly epsilon?: number;
  readonly gamma?: number;
  readonly beta?: number;
}

export interface NetworkSize {
  readonly width: number;
  readonly depth: number;
}

/** At infinite width, at BSB1. */
export const theoryAt = (point: NetworkPoint, options: SolveOptions = {}): BatchNorm => batchNorm(point, options);

/** At a width, as the simulator takes it: no formula. */
export const networkAt = (point: NetworkPoint, size: NetworkSize): NetworkOptions => ({
  ...point,
  ...size,
  activation: elementwiseOf(activation(point.activation)),
});

/** ln of a rate, with its error; null where the rate is 0 or infinite. */
export function logRate({ rate }: Pick<BatchNorm, "rate">): Pick<Estimate, "value" | "error"> | null {
  const { value, error } = rate;
  return value > 0 && value < Number.POSITIVE_INFINITY ? { value: Math.log(value), error: error / value } : null;
}
