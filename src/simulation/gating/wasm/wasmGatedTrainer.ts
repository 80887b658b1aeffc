/** The kernels in WebAssembly SIMD, single precision: the default. One instance of the module for each run. */
import { domainError } from "../../../numeric/domain.js";
import { WasmMemory } from "../../wasm/wasmMemory.js";
import { largestBatch } from "../batches.js";
import type { GatedMeasurement, TrainedWeights } from "../settings.js";
import { hasOwnGates } from "../shapes.js";
import { adamOf, correctedRates, divergence, type GatedProblem, type GatedTrainer, movesGates } from "../trainer.js";
import { type GatingExports, openGatingModule } from "./gatingModule.js";
import { PlacedSamples } from "./placedSamples.js";
import { PlacedWeights, padded } from "./placedWeights.js";
import { WasmNetwork } from "./wasmNetwork.js";

/** Samples of a block that is measured at once. */
const BLOCK = 128;

export const openWasmGatedTrainer = async (problem: GatedProblem): Promise<GatedTrainer> =>
  new WasmGatedTrainer(await openGatingModule(), problem);

class WasmGatedTrainer implements GatedTrainer {
  private readonly memory: WasmMemory;
  private readonly placed: PlacedWeights;
  private readonly network: WasmNetwork;
  private readonly training: PlacedSamples;
  private readonly evaluation: PlacedSamples | null;
  /** Of a batch: numbers of samples, inputs, targets or labels. */
  private readonly batch: { readonly indices: number; readonly inputs: number; readonly wanted: number };
  private steps = 0;

  constructor(
    private readonly wasm: GatingExports,
    private readonly problem: GatedProblem,
  ) {
    const { settings, training, evaluation, start } = problem;
    const { inputs, outputs } = settings;
    const memory = new WasmMemory(wasm, () => tooLarge(training.inputs.length / inputs));
    this.memory = memory;
    this.placed = new PlacedWeights(memory, start);
    this.training = new PlacedSamples(memory, training, inputs, outputs);
    this.evaluation = evaluation && new PlacedSamples(memory, evaluation, inputs, outputs);
    const rows = padded(largestBatch(settings, this.training.count));
    this.batch = {
      indices: memory.reserve(4 * rows),
      inputs: memory.reserve(rows * this.training.inputBytes),
      wanted: memory.reserve(rows * this.training.wantedBytes),
    };
    this.network = new WasmNetwork(wasm, memory, settings, this.placed, Math.max(rows, BLOCK));
  }

  step(samples: Uint32Array): boolean {
    const { wasm, batch, training, network } = this;
    const count = samples.length;
    const rows = padded(count);
    this.memory.words(batch.indices, count).set(samples);
    wasm.gather(training.inputs, training.inputBytes, batch.indices, count, batch.inputs);
    wasm.gather(training.wanted, training.wantedBytes, batch.indices, count, batch.wanted);
    network.forward(batch.inputs, rows);
    if (!(this.loss(batch.wanted, count, network.byOutputs) < divergence * count)) return false;
    const width = padded(this.problem.settings.outputs);
    if (count < rows) this.memory.singles(network.byOutputs + 4 * count * width, (rows - count) * width).fill(0);
    network.backward(batch.inputs, rows);
    this.steps++;
    return this.adam();
  }

  measure(which: "training" | "evaluation"): GatedMeasurement {
    const { wasm, network } = this;
    const { outputs, loss } = this.problem.settings;
    const samples = this[which]!;
    let [sum, right] = [0, 0];
    for (let first = 0; first < samples.count; first += BLOCK) {
      const count = Math.min(BLOCK, samples.count - first);
      const wanted = samples.wanted + first * samples.wantedBytes;
      network.forward(samples.inputs + first * samples.inputBytes, padded(count));
      sum += this.loss(wanted, count, 0);
      if (loss === "cross-entropy") right += wasm.countRight(network.outputs, wanted, count, outputs, padded(outputs));
    }
    return { loss: sum / samples.count, accuracy: loss === "cross-entropy" ? right / samples.count : null };
  }

  weights(): TrainedWeights {
    return this.placed.read();
  }

  /** Summed over the samples of a block; its mean's gradient goes to `gradient`, where that is not 0. */
  private loss(wanted: number, count: number, gradient: number): number {
    const { wasm, network } = this;
    const { outputs, loss } = this.problem.settings;
    const width = padded(outputs);
    if (loss === "cross-entropy") {
      return wasm.crossEntropy(network.outputs, wanted, count, outputs, width, 1 / count, gradient);
    }
    const factor = 2 / (count * outputs);
    return wasm.squaredError(network.outputs, wanted, count, width, factor, gradient) / outputs;
  }

  /** False where a gradient has left all bounds. */
  private adam(): boolean {
    const { settings } = this.problem;
    const adam = adamOf(settings);
    const { beta1, beta2, epsilon } = adam;
    const { rate, root } = correctedRates(adam, this.steps);
    const { current, gradient, first, second, bytes, bytesOfU } = this.placed;
    const moving = hasOwnGates(settings) && !movesGates(settings) ? bytesOfU : bytes;
    const means = [beta1, 1 - beta1, beta2, 1 - beta2] as const;
    return this.wasm.adam(current, gradient, first, second, moving, ...means, rate, root, epsilon) !== 0;
  }
}

const tooLarge = (samples: number): Error =>
  domainError(
    "data.training",
    `${samples} samples`,
    "networks and data that fit into 4 GB and into the memory that the engine grants",
    "Choose fewer samples or narrower networks.",
  );
