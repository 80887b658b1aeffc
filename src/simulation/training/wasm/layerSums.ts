/** Sums over evaluation samples for one hidden layer of a student, and what they give. */
import type { WasmMemory } from "../../wasm/wasmMemory.js";
import type { LayerRecord } from "../settings.js";
import { constantShare } from "../trainer.js";
import type { PlacedNetwork } from "./placedNetwork.js";
import type { TeacherActivations } from "./teacherActivations.js";
import type { TrainingExports } from "./trainingModule.js";

export class LayerSums {
  /** Where beta_kk is added up: a double for each student node. */
  readonly fanOut: number;
  /** teachers x padded students of sums t f, and (sum f, sum f^2) of each student. */
  private readonly products: number;
  private readonly moments: number;

  constructor(
    private readonly memory: WasmMemory,
    private readonly layer: number,
    private readonly teacher: TeacherActivations,
    private readonly students: number,
    private readonly padded: number,
  ) {
    this.fanOut = memory.reserve(8 * padded);
    this.products = memory.reserve(8 * teacher.teachers * padded);
    this.moments = memory.reserve(16 * padded);
  }

  clear(): void {
    this.memory.doubles(this.fanOut, this.padded).fill(0);
    this.memory.doubles(this.products, this.teacher.teachers * this.padded).fill(0);
    this.memory.doubles(this.moments, 2 * this.padded).fill(0);
  }

  /** Adds the block that was shown to the student. */
  add(wasm: TrainingExports, student: PlacedNetwork, first: number, count: number): void {
    const { teacher, products, moments } = this;
    const block = teacher.block(first);
    wasm.correlate(student.address, this.layer, count, block, teacher.teachers, products, moments);
  }

  record(samples: number): LayerRecord {
    const { students, padded, memory } = this;
    const { teachers } = this.teacher;
    const [products, moments] = [
      memory.doubles(this.products, teachers * padded),
      memory.doubles(this.moments, 2 * padded),
    ];
    const correlations = new Float32Array(teachers * students);
    for (let k = 0; k < students; k++) {
      const meanSquare = moments[2 * k + 1]! / samples;
      const variance = meanSquare - (moments[2 * k]! / samples) ** 2;
      if (!(variance > constantShare ** 2 * meanSquare)) continue;
      const factor = 1 / (samples * Math.sqrt(variance));
      for (let j = 0; j < teachers; j++) {
        correlations[j * students + k] = Math.max(-1, Math.min(1, products[j * padded + k]! * factor));
      }
    }
    const sums = memory.doubles(this.fanOut, students);
    return { teachers, students, correlations, fanOut: Float32Array.from(sums, (sum) => Math.sqrt(sum / samples)) };
  }
}
