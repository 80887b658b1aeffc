/** Rates of several activations at several batch sizes, as plain data. */
import { isTheoryError } from "../../../errors.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type RateResult, rateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { Setting } from "./setting.js";

export interface RatesQuestion extends Setting {
  readonly activations: readonly string[];
  readonly batches: readonly number[];
  /** Another one asks the same again. */
  readonly attempt?: number;
}

/** One activation: a result a batch size, or the reason why there is none. */
export interface ActivationRates {
  readonly activation: string;
  readonly results: readonly RateResult[];
  /** In the engine's words; "" where all is well, and where the text is no activation: its own field says that. */
  readonly problem: string;
}

/** null for text that is no activation. */
export function readActivation(text: string): Activation | null {
  try {
    return activation(text);
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return null;
  }
}

function ratesOf(text: string, { batches, epsilon, gamma, beta, weightVariance }: RatesQuestion): ActivationRates {
  const phi = readActivation(text);
  if (phi === null) return { activation: text, results: [], problem: "" };
  try {
    const results = batches.map((batch) =>
      rateResult(batchNorm({ activation: phi, batch, epsilon, gamma, beta, weightVariance })),
    );
    return { activation: text, results, problem: "" };
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return { activation: text, results: [], problem: error.message };
  }
}

export const ratesTask = (question: RatesQuestion): readonly ActivationRates[] =>
  question.activations.map((text) => ratesOf(text, question));
