/** The kernels in WebAssembly SIMD, single precision: the default. One instance of the module for each run. */
import { domainError } from "../../../numeric/domain.js";
import { WasmMemory } from "../../wasm/wasmMemory.js";
import { divergence, gradientScale, type Measurement, type Trainer, type TrainingProblem } from "../trainer.js";
import { studentWidths, teacherWidths } from "../widths.js";
import { LayerSums } from "./layerSums.js";
import { type PlacedNetwork, placeBits, placeNetwork } from "./placedNetwork.js";
import { BLOCK, PlacedSamples } from "./placedSamples.js";
import { PlacedWeights } from "./placedWeights.js";
import { TeacherActivations } from "./teacherActivations.js";
import { openTrainingModule, type TrainingExports } from "./trainingModule.js";

export const openWasmTrainer = async (problem: TrainingProblem): Promise<Trainer> =>
  new WasmTrainer(await openTrainingModule(), problem);

class WasmTrainer implements Trainer {
  private readonly memory: WasmMemory;
  private readonly student: PlacedWeights;
  private readonly trained: PlacedNetwork;
  private readonly measured: PlacedNetwork;
  private readonly training: PlacedSamples;
  private readonly evaluation: PlacedSamples;
  private readonly sums: readonly LayerSums[];
  /** Two rooms for the fan-outs of a layer, where there is more than one hidden layer. */
  private readonly fans: readonly [number, number];
  private indices = { address: 0, length: 0 };

  constructor(
    private readonly wasm: TrainingExports,
    private readonly problem: TrainingProblem,
  ) {
    const { settings } = problem;
    const { dimension } = settings.inputs;
    const { outputs } = settings.teacher;
    const memory = new WasmMemory(wasm, () => tooLarge(settings.inputs.samples));
    this.memory = memory;
    const places = placeBits(memory);
    this.student = new PlacedWeights(memory, studentWidths(settings));
    this.trained = placeNetwork(memory, this.student, settings.batch, places, true);
    this.measured = placeNetwork(memory, this.student, BLOCK, places, false);
    this.training = new PlacedSamples(memory, problem.training, dimension, outputs);
    this.evaluation = new PlacedSamples(memory, problem.evaluation, dimension, outputs);
    this.sums = this.askTeacher(places);
    const widest = Math.max(...this.student.padded.slice(1, -1)) * this.student.padded.at(-1)!;
    const rooms = settings.teacher.hidden.length > 1 ? 4 * widest : 0;
    this.fans = [memory.reserve(rooms), memory.reserve(rooms)];
    this.student.write(problem.student);
  }

  run(indices: Uint32Array, rate: number): number {
    const { settings } = this.problem;
    if (indices.length > this.indices.length) {
      this.indices = { address: this.memory.reserve(4 * indices.length), length: indices.length };
    }
    this.memory.words(this.indices.address, indices.length).set(indices);
    return this.wasm.run(
      this.trained.address,
      this.training.inputs,
      this.training.targets,
      this.indices.address,
      indices.length / settings.batch,
      rate * gradientScale(settings),
      divergence * settings.batch,
    );
  }

  measure(): Measurement {
    const { wasm, measured, evaluation, sums } = this;
    const { outputs } = this.problem.settings.teacher;
    let squares = 0;
    for (const sum of sums) sum.clear();
    this.addTopFanOut();
    evaluation.forBlocks(wasm, measured, (first, count, targets) => {
      squares += wasm.squaredError(measured.address, targets, count);
      for (const sum of sums) sum.add(wasm, measured, first, count);
      this.addLowerFanOuts(count);
    });
    return {
      evaluationLoss: squares / (evaluation.count * outputs),
      trainingLoss: this.training.meanSquaredError(wasm, measured, outputs),
      layers: sums.map((sum) => sum.record(evaluation.count)),
    };
  }

  weights(): readonly Float32Array[] {
    return this.student.read();
  }

  /** Places the teacher's outputs and its standardised activations. */
  private askTeacher(places: number): readonly LayerSums[] {
    const { memory, wasm } = this;
    const { settings, teacher } = this.problem;
    const weights = new PlacedWeights(memory, teacherWidths(settings));
    const network = placeNetwork(memory, weights, BLOCK, places, false);
    const activations = settings.teacher.hidden.map(
      (nodes) => new TeacherActivations(memory, nodes, this.evaluation.count),
    );
    weights.write(teacher);
    const outputs = weights.padded.at(-1)!;
    for (const samples of [this.training, this.evaluation]) {
      samples.forBlocks(wasm, network, (first, count, targets) => {
        memory.singles(targets, count * outputs).set(memory.singles(network.rows.at(-1)!, count * outputs));
        if (samples === this.evaluation) for (const [l, kept] of activations.entries()) kept.keep(network, l, first);
      });
    }
    return activations.map((kept, l) => {
      kept.standardise();
      return new LayerSums(memory, l, kept, this.student.widths[l + 1]!, this.student.padded[l + 1]!);
    });
  }

  /** The fan-outs of the top hidden layer are the top weights, whatever the sample. */
  private addTopFanOut(): void {
    const { student, memory, sums } = this;
    const [nodes, outputs] = [student.widths.at(-2)!, student.padded.at(-1)!];
    const weights = memory.singles(student.weights.at(-1)!, nodes * outputs);
    const norms = memory.doubles(sums.at(-1)!.fanOut, nodes);
    for (let k = 0; k < nodes; k++) {
      for (let c = k * outputs; c < (k + 1) * outputs; c++) norms[k]! += this.evaluation.count * weights[c]! ** 2;
    }
  }

  /** From there down, sample by sample of the block that was shown. */
  private addLowerFanOuts(count: number): void {
    const { wasm, measured, sums, student } = this;
    const outputs = student.padded.at(-1)!;
    for (let s = 0; s < count && sums.length > 1; s++) {
      let upper = student.weights.at(-1)!;
      for (let l = sums.length - 2; l >= 0; l--) {
        const lower = this.fans[l % 2]!;
        wasm.addFanOut(measured.address, l, s, upper, lower, outputs, sums[l]!.fanOut);
        upper = lower;
      }
    }
  }
}

const tooLarge = (samples: number): Error =>
  domainError(
    "inputs.samples",
    samples,
    "networks and data that fit into 4 GB and into the memory that the engine grants",
    "Choose fewer samples or narrower networks.",
  );
