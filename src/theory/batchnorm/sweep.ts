import { activation as makeActivation } from "../../symbolic/activation/create.js";
import { type BatchNorm, batchNorm, type SolveOptions } from "./batchNorm.js";
import type { BatchNormOptions } from "./problem.js";

type ActivationInput = BatchNormOptions["activation"];

/** Like BatchNormOptions, with lists: the product of all lists is swept. */
export interface BatchNormSweep {
  readonly activation: ActivationInput | readonly ActivationInput[];
  readonly batch: number | readonly number[];
  readonly epsilon?: number | readonly number[] | undefined;
  readonly gamma?: number | readonly number[] | undefined;
  readonly beta?: number | readonly number[] | undefined;
  readonly weightVariance?: number | readonly number[] | undefined;
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? value : [value as T];
}

/**
 * One `BatchNorm` for every combination, activations outermost, then batch, epsilon, gamma, beta, weightVariance. Each
 * activation is read once and quadrature rules are shared. Throws what `batchNorm` throws, before anything is computed.
 */
export function sweep(options: BatchNormSweep, solve: SolveOptions = {}): BatchNorm[] {
  const out: BatchNorm[] = [];
  for (const given of listOf(options.activation)) {
    const activation = typeof given === "object" ? given : makeActivation(given);
    for (const batch of listOf(options.batch)) {
      for (const epsilon of listOf(options.epsilon ?? 0)) {
        for (const gamma of listOf(options.gamma ?? 1)) {
          for (const beta of listOf(options.beta ?? 0)) {
            for (const weightVariance of listOf(options.weightVariance ?? 1)) {
              out.push(batchNorm({ activation, batch, epsilon, gamma, beta, weightVariance }, solve));
            }
          }
        }
      }
    }
  }
  return out;
}
