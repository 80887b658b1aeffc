import type { WasmMemory } from "../../wasm/wasmMemory.js";
import type { GatedSamples } from "../settings.js";
import { padded } from "./placedWeights.js";

/** Rows with their padding in the module's memory; a block of four rows may be read past the last one. */
export function placeRows(memory: WasmMemory, values: Float32Array, dimension: number): number {
  const [width, count] = [padded(dimension), values.length / dimension];
  const address = memory.reserve(4 * width * padded(count));
  const rows = memory.singles(address, width * count);
  for (let s = 0; s < count; s++) rows.set(values.subarray(s * dimension, (s + 1) * dimension), s * width);
  return address;
}

/** Samples in the module's memory. */
export class PlacedSamples {
  readonly count: number;
  readonly inputs: number;
  /** Targets in rows, or labels, a byte each. */
  readonly wanted: number;
  /** Bytes of one input, and of what is wanted of one. */
  readonly inputBytes: number;
  readonly wantedBytes: number;

  constructor(memory: WasmMemory, samples: GatedSamples, dimension: number, outputs: number) {
    this.count = samples.inputs.length / dimension;
    this.inputBytes = 4 * padded(dimension);
    this.inputs = placeRows(memory, samples.inputs, dimension);
    if ("targets" in samples) {
      this.wantedBytes = 4 * padded(outputs);
      this.wanted = placeRows(memory, samples.targets, outputs);
    } else {
      this.wantedBytes = 1;
      this.wanted = memory.reserve(this.count);
      memory.bytes(this.wanted, this.count).set(samples.labels);
    }
  }
}
