import type { WasmMemory } from "../../wasm/wasmMemory.js";
import type { PlacedNetwork } from "./placedNetwork.js";
import { roundUp } from "./placedWeights.js";
import type { TrainingExports } from "./trainingModule.js";

/** Samples of a block that is measured at once. */
export const BLOCK = 64;

/** Inputs and the teacher's outputs in the module's memory, rows padded to multiples of 4. */
export class PlacedSamples {
  readonly count: number;
  readonly inputs: number;
  readonly targets: number;
  private readonly targetBytes: number;

  constructor(memory: WasmMemory, values: Float32Array, dimension: number, outputs: number) {
    const [width, padded] = [roundUp(dimension, 4), roundUp(outputs, 4)];
    this.count = values.length / dimension;
    this.targetBytes = 4 * padded;
    // a block may be read past the last sample
    this.inputs = memory.reserve(4 * width * this.count);
    this.targets = memory.reserve(this.targetBytes * this.count);
    const rows = memory.singles(this.inputs, width * this.count);
    for (let s = 0; s < this.count; s++) rows.set(values.subarray(s * dimension, (s + 1) * dimension), s * width);
  }

  /** Runs a network on one block of samples after the other. */
  forBlocks(
    wasm: TrainingExports,
    network: PlacedNetwork,
    use: (first: number, count: number, targets: number) => void,
  ): void {
    for (let first = 0; first < this.count; first += BLOCK) {
      const count = Math.min(BLOCK, this.count - first);
      wasm.show(network.address, this.inputs, first, count);
      use(first, count, this.targets + first * this.targetBytes);
    }
  }

  /** Mean squared error over samples and outputs. */
  meanSquaredError(wasm: TrainingExports, network: PlacedNetwork, outputs: number): number {
    let sum = 0;
    this.forBlocks(wasm, network, (_, count, targets) => {
      sum += wasm.squaredError(network.address, targets, count);
    });
    return sum / (this.count * outputs);
  }
}
