import { domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import { mapWeights } from "./mapWeights.js";
import { forward } from "./plain/forward.js";
import type { GatedSettings, TrainedWeights } from "./settings.js";
import { validInputs } from "./validData.js";
import { validGatedSettings } from "./validSettings.js";
import { validWeights } from "./validWeights.js";
import { wasmOutputs } from "./wasm/wasmOutputs.js";

/**
 * The outputs of a network (samples x outputs, row-major) for inputs in rows, as it is trained: with soft gates where the
 * settings have them. "wasm" computes in single precision (default), "plain" in double, rounded at the end.
 *
 * @throws TheoryError "domain" for settings, weights or inputs that do not fit each other.
 */
export async function gatedOutputs(
  given: GatedSettings,
  weights: TrainedWeights,
  inputs: Float32Array,
  options: { readonly kernels?: "wasm" | "plain" } = {},
): Promise<Float32Array> {
  assertKeys("options", options, ["kernels"]);
  const settings = validGatedSettings(given);
  validWeights("weights", weights, settings);
  const samples = validInputs("inputs", inputs, settings.inputs);
  const { kernels = "wasm" } = options;
  if (kernels === "wasm") return wasmOutputs(settings, weights, inputs, () => tooLarge(samples));
  if (kernels !== "plain") throw domainError("kernels", show(kernels), '"wasm" or "plain"', "Pass one of these.");
  const doubles = mapWeights(weights, (numbers) => Float64Array.from(numbers));
  const out = new Float32Array(samples * settings.outputs);
  for (let s = 0; s < samples; s++) {
    const input = inputs.subarray(s * settings.inputs, (s + 1) * settings.inputs);
    out.set(forward(settings, doubles, input).values.at(-1)!, s * settings.outputs);
  }
  return out;
}

const tooLarge = (samples: number): Error =>
  domainError("inputs", `${samples} samples`, "inputs that fit into the memory", "Pass fewer at once.");
