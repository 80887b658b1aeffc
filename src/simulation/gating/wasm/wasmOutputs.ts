import { WasmMemory } from "../../wasm/wasmMemory.js";
import type { GatedSettings, TrainedWeights } from "../settings.js";
import { openGatingModule } from "./gatingModule.js";
import { placeRows } from "./placedSamples.js";
import { PlacedWeights, padded } from "./placedWeights.js";
import { WasmNetwork } from "./wasmNetwork.js";

const BLOCK = 128;

/** Outputs of a network in single precision: samples x outputs. `refusal`: what is thrown where memory cannot grow. */
export async function wasmOutputs(
  settings: GatedSettings,
  weights: TrainedWeights,
  inputs: Float32Array,
  refusal: () => Error,
): Promise<Float32Array> {
  const wasm = await openGatingModule();
  const memory = new WasmMemory(wasm, refusal);
  const rows = placeRows(memory, inputs, settings.inputs);
  const network = new WasmNetwork(wasm, memory, settings, new PlacedWeights(memory, weights), BLOCK);
  const { outputs } = settings;
  const [samples, width] = [inputs.length / settings.inputs, padded(outputs)];
  const out = new Float32Array(samples * outputs);
  for (let first = 0; first < samples; first += BLOCK) {
    const count = Math.min(BLOCK, samples - first);
    network.forward(rows + 4 * first * padded(settings.inputs), padded(count));
    const block = memory.singles(network.outputs, count * width);
    for (let s = 0; s < count; s++) out.set(block.subarray(s * width, s * width + outputs), (first + s) * outputs);
  }
  return out;
}
