import type { Activation } from "../symbolic/activation/activation.js";
import { activation } from "../symbolic/activation/create.js";
import type { BatchNorm } from "../theory/batchnorm/batchNorm.js";
import { sweep } from "../theory/batchnorm/sweep.js";
import { checkCombinations, type NetworkOptions, numbersOf, toleranceOf } from "./options.js";
import { UsageError } from "./usageError.js";

/** The activations of a command line. What looks like an option stood behind "--". */
export function activationsOf(texts: readonly string[]): Activation[] {
  const option = texts.find((text) => /^--?[a-z][a-z-]+$/.test(text));
  if (option !== undefined) {
    throw new UsageError(`${option}: after -- everything is an activation. Write options before the --.`);
  }
  return texts.map((text) => activation(text));
}

/** Every combination that the options ask for, checked, nothing computed yet. */
export function networksOf(texts: readonly string[], options: NetworkOptions): BatchNorm[] {
  const names = ["batch", "epsilon", "gamma", "beta", "weightVariance"] as const;
  const [batch, epsilon, gamma, beta, weightVariance] = names.map((name) => numbersOf(name, options[name]));
  const tolerance = toleranceOf(options.tolerance);
  checkCombinations([texts.length, ...[batch, epsilon, gamma, beta, weightVariance].map((list) => list!.length)]);
  return sweep(
    { activation: activationsOf(texts), batch: batch!, epsilon, gamma, beta, weightVariance },
    { method: options.method, tolerance },
  );
}
