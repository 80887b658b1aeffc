import { assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { TrainOptions } from "./settings.js";

const known = ["seed", "kernels", "keepWeights", "signal", "onProgress"];

/** @throws TheoryError "domain" for what `train` cannot take. */
export function validTrainOptions(options: TrainOptions): TrainOptions {
  assertKeys("options", options, known);
  const { seed, kernels = "wasm", keepWeights = false, signal, onProgress } = options;
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  const refuse = (name: string, value: unknown, domain: string): void => {
    throw domainError(name, show(value), domain, "Pass one, or leave it out.");
  };
  if (kernels !== "wasm" && kernels !== "plain") refuse("kernels", kernels, '"wasm" or "plain"');
  if (typeof keepWeights !== "boolean") refuse("keepWeights", keepWeights, "true or false");
  if (signal !== undefined && typeof signal?.aborted !== "boolean") refuse("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") refuse("onProgress", onProgress, "a function");
  return options;
}
