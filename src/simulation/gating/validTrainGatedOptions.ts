import { assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { GatedSettings, TrainGatedOptions } from "./settings.js";
import { validWeights } from "./validWeights.js";

const known = ["seed", "kernels", "start", "signal", "onProgress"];

/** @throws TheoryError "domain" for what `trainGated` cannot take. */
export function validTrainGatedOptions(options: TrainGatedOptions, settings: GatedSettings): TrainGatedOptions {
  assertKeys("options", options, known);
  const { seed, kernels = "wasm", start, signal, onProgress } = options;
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  const refuse = (name: string, value: unknown, domain: string): void => {
    throw domainError(name, show(value), domain, "Pass one, or leave it out.");
  };
  if (kernels !== "wasm" && kernels !== "plain") refuse("kernels", kernels, '"wasm" or "plain"');
  if (start !== undefined) validWeights("start", start, settings);
  if (signal !== undefined && typeof signal?.aborted !== "boolean") refuse("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") refuse("onProgress", onProgress, "a function");
  return options;
}
