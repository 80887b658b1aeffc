/** Rates of several activations at several batch sizes: what the view draws, as plain data. */
import { isTheoryError } from "../../../errors.js";
import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type RateResult, rateResult } from "../../../theory/batchnorm/results/networkResult.js";

export interface RatesQuestion {
  readonly activations: readonly string[];
  readonly batches: readonly number[];
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
}

/** One activation: a result a batch size, or the reason why there is none. */
export interface ActivationRates {
  readonly activation: string;
  readonly results: readonly RateResult[];
  /** In the engine's words; "" where all is well. */
  readonly problem: string;
}

function ratesOf(text: string, { batches, epsilon, gamma, beta }: RatesQuestion): ActivationRates {
  try {
    const phi = activation(text);
    const results = batches.map((batch) => rateResult(batchNorm({ activation: phi, batch, epsilon, gamma, beta })));
    return { activation: text, results, problem: "" };
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return { activation: text, results: [], problem: error.message };
  }
}

export const ratesTask = (question: RatesQuestion): readonly ActivationRates[] =>
  question.activations.map((text) => ratesOf(text, question));
