/**
 * What wide networks are asked: how fast gradients and weight gradients grow, the gradient's operator, two batches side by side. An input
 * covariance that is the identity gives every later layer the covariance of BSB1, and the gradient a direction that does not change from
 * the second Jacobian on: H_2 .. H_(L+1) are at the fixed point, up to 1/N.
 */
import type { Estimate } from "../../../numeric/estimate.js";
import type { Experiment } from "../../../simulation/experiment.js";
import type { NetworkOptions } from "../../../simulation/network.js";
import type { Sample } from "../../../simulation/sample.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { elementwise } from "./elementwise.js";

export interface Layers extends Omit<NetworkOptions, "activation" | "width"> {
  readonly activation: Activation;
}

const network =
  ({ activation, ...rest }: Layers) =>
  (width: number): NetworkOptions => ({ ...rest, activation: elementwise(activation), width });

/** ln |D_2|^2 - ln |D_(L+1)|^2 over the L-1 layers between. */
const growth = (list: readonly number[], from: number, to: number): number => (list[from]! - list[to]!) / (to - from);

/** E of the logarithm of the squared gradient's growth a layer, from layer L+1 to layer 2. */
export const explosion = (layers: Layers): Experiment => ({
  network: network(layers),
  observe: ({ logGradient }: Sample) => growth(logGradient, 1, layers.depth),
  average: "mean",
});

/** log E of the squared gradient's growth from layer L+1 to layer 2, L-1 layers. */
export const explosionOfMean = (layers: Layers): Experiment => ({
  network: network(layers),
  observe: ({ logGradient }: Sample) => logGradient[1]! - logGradient[layers.depth]!,
  average: "logMean",
});

/** The same of the weights' gradients, from W_L to W_2. */
export const weightExplosion = (layers: Layers): Experiment => ({
  network: network(layers),
  observe: ({ logWeightGradient }: Sample) => growth(logWeightGradient, 1, layers.depth - 1),
  average: "mean",
});

/** The gradient's operator on one space, averaged over layers 2 .. L+1. */
export const jacobianOn = (layers: Layers, space: "G" | "L" | "M"): Experiment => ({
  network: network(layers),
  record: { jacobian: true },
  observe: ({ jacobian }: Sample) => {
    const values = (jacobian?.[space] ?? []).slice(1);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  },
  average: "mean",
});

/** The mean of the covariance's entries between two batches, at layer `layer` = 1 .. L+1. */
export function betweenBatches(covariance: Float64Array, batch: number): number {
  const columns = 2 * batch;
  let sum = 0;
  for (let i = 0; i < batch; i++) for (let j = batch; j < columns; j++) sum += covariance[i * columns + j]!;
  return sum / (batch * batch);
}

/** The covariance between two batches that start independent, at the last layer. */
export const crossCovariance = (layers: Omit<Layers, "batches">): Experiment => ({
  network: network({ ...layers, batches: 2 }),
  record: { covariance: true },
  observe: ({ covariance }: Sample) => betweenBatches(covariance!.at(-1)!, layers.batch),
  average: "mean",
});

/** A number without an error. */
export const exact = (value: number, method: string): Estimate => ({
  value,
  error: 0,
  method,
  evals: 0,
  converged: true,
});

/** The natural logarithm of an estimate. */
export const logarithm = ({ value, error, method, evals, converged }: Estimate): Estimate => ({
  value: Math.log(value),
  error: error / value,
  method,
  evals,
  converged,
});

/** `factor` times the natural logarithm. */
export const logarithmTimes = (factor: number, estimate: Estimate): Estimate => {
  const { value, error, ...rest } = logarithm(estimate);
  return { ...rest, value: factor * value, error: factor * error };
};

/** The covariance that two batches are given by `crossDecay`. */
export const KAPPA = 0.1;

/**
 * Two batches whose neurons have the covariance kappa between samples of the same place: the part of the last layer's covariance between
 * them along G, <G, C>/(B-1). Linear in small kappa.
 */
export const crossDecay = (layers: Omit<Layers, "batches">, kappa: number): Experiment => {
  const { batch } = layers;
  const input = Array.from({ length: 2 * batch }, (_, i) =>
    Array.from({ length: 2 * batch }, (_, j) => (i === j ? 1 : Math.abs(i - j) === batch ? kappa : 0)),
  );
  return {
    network: network({ ...layers, batches: 2, input }),
    record: { covariance: true },
    observe: ({ covariance }: Sample) => {
      const last = covariance!.at(-1)!;
      let trace = 0;
      for (let i = 0; i < batch; i++) trace += last[i * 2 * batch + batch + i]!;
      return (trace - batch * betweenBatches(last, batch)) / (batch - 1);
    },
    average: "mean",
  };
};

/** log E of the squared gradient's growth over all L residual blocks, from D_(L+1) to D_1. */
export const residualExplosion = (layers: Layers): Experiment => ({
  network: network(layers),
  observe: ({ logGradient }: Sample) => logGradient[0]! - logGradient[layers.depth]!,
  average: "logMean",
});
