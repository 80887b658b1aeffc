/** A teacher's activations on the evaluation samples, standardised: (f - mean f) / deviation, 0 for a constant one. */
import type { WasmMemory } from "../../wasm/wasmMemory.js";
import { constantShare } from "../trainer.js";
import type { PlacedNetwork } from "./placedNetwork.js";
import { BLOCK } from "./placedSamples.js";

/** One hidden layer, block after block: teachers x BLOCK, zero past the last sample. */
export class TeacherActivations {
  readonly teachers: number;
  private readonly address: number;
  private readonly samples: number;
  private readonly memory: WasmMemory;

  constructor(memory: WasmMemory, teachers: number, samples: number) {
    this.memory = memory;
    this.teachers = teachers;
    this.samples = samples;
    this.address = memory.reserve(4 * teachers * BLOCK * Math.ceil(samples / BLOCK));
  }

  /** Where the block of sample `first` stands. */
  block(first: number): number {
    return this.address + 4 * this.teachers * first;
  }

  /** Keeps what the teacher gives for the block that was shown to it. */
  keep(teacher: PlacedNetwork, layer: number, first: number): void {
    const length = this.teachers * BLOCK;
    this.memory.singles(this.block(first), length).set(this.memory.singles(teacher.columns[layer]!, length));
  }

  standardise(): void {
    for (let j = 0; j < this.teachers; j++) {
      let [sum, squares] = [0, 0];
      this.visit(j, (values) => {
        for (const value of values) sum += value;
      });
      const mean = sum / this.samples;
      let shifted = 0;
      this.visit(j, (values) => {
        for (const value of values) {
          squares += value * value;
          shifted += (value - mean) ** 2;
        }
      });
      const deviation = Math.sqrt(shifted / this.samples);
      const factor = shifted > constantShare ** 2 * squares ? 1 / deviation : 0;
      this.visit(j, (values, rest) => {
        for (let s = 0; s < values.length; s++) values[s] = (values[s]! - mean) * factor;
        rest.fill(0);
      });
    }
  }

  /** The samples of a teacher node in each block, and what lies past them. */
  private visit(j: number, use: (values: Float32Array, rest: Float32Array) => void): void {
    for (let first = 0; first < this.samples; first += BLOCK) {
      const row = this.memory.singles(this.block(first) + 4 * j * BLOCK, BLOCK);
      const count = Math.min(BLOCK, this.samples - first);
      use(row.subarray(0, count), row.subarray(count));
    }
  }
}
