/** The readable oracle: one sample after the other, in double precision. */
import { correlationMatrix } from "../correlationMatrix.js";
import type { LayerRecord } from "../settings.js";
import {
  constantShare,
  divergence,
  gradientScale,
  type Measurement,
  type Trainer,
  type TrainingProblem,
} from "../trainer.js";
import { studentWidths, teacherWidths } from "../widths.js";
import { addFanOut } from "./addFanOut.js";
import { addGradient } from "./addGradient.js";
import { type Activations, activationsFor, forward } from "./forward.js";

const doubles = (layers: readonly Float32Array[]) => layers.map((weights) => Float64Array.from(weights));

export class PlainTrainer implements Trainer {
  private readonly problem: TrainingProblem;
  private readonly teacher: readonly Float64Array[];
  private readonly student: readonly Float64Array[];
  private readonly dimension: number;
  private readonly teacherActivations: Activations;
  private readonly studentActivations: Activations;

  constructor(problem: TrainingProblem) {
    this.problem = problem;
    this.teacher = doubles(problem.teacher);
    this.student = doubles(problem.student);
    this.dimension = problem.settings.inputs.dimension;
    this.teacherActivations = activationsFor(teacherWidths(problem.settings));
    this.studentActivations = activationsFor(studentWidths(problem.settings));
  }

  run(indices: Uint32Array, rate: number): number {
    const { batch } = this.problem.settings;
    const count = indices.length / batch;
    for (let step = 0; step < count; step++) {
      if (!this.step(indices.subarray(step * batch, (step + 1) * batch), rate)) return step;
    }
    return count;
  }

  measure(): Measurement {
    const { evaluation, training } = this.problem;
    const layers = this.problem.settings.teacher.hidden.map((_, l) => this.measureLayer(l + 1));
    const fanOut = this.fanOut();
    return {
      evaluationLoss: this.loss(evaluation),
      trainingLoss: this.loss(training),
      layers: layers.map((layer, l) => ({ ...layer, fanOut: fanOut[l]! })),
    };
  }

  weights(): readonly Float32Array[] {
    return this.student.map((weights) => Float32Array.from(weights));
  }

  /** False where the residuals have left all bounds; the student then stays as it is. */
  private step(indices: Uint32Array, rate: number): boolean {
    const { settings, training } = this.problem;
    const sums = this.student.map((weights) => new Float64Array(weights.length));
    const scale = rate * gradientScale(settings);
    let squares = 0;
    for (const index of indices) {
      this.show(training, index);
      const residual = this.residual();
      for (const entry of residual) squares += entry * entry;
      addGradient(this.student, this.studentActivations, residual, scale, sums);
    }
    if (!(squares < divergence * indices.length)) return false;
    for (const [l, sum] of sums.entries()) for (let i = 0; i < sum.length; i++) this.student[l]![i]! += sum[i]!;
    return true;
  }

  private show(inputs: Float32Array, index: number): void {
    const sample = inputs.subarray(index * this.dimension, (index + 1) * this.dimension);
    this.teacherActivations[0]!.set(sample);
    this.studentActivations[0]!.set(sample);
    forward(this.teacher, this.teacherActivations);
    forward(this.student, this.studentActivations);
  }

  private residual(): Float64Array {
    const outputs = this.studentActivations.at(-1)!;
    return this.teacherActivations.at(-1)!.map((target, c) => target - outputs[c]!);
  }

  private loss(inputs: Float32Array): number {
    const samples = inputs.length / this.dimension;
    let sum = 0;
    for (let s = 0; s < samples; s++) {
      this.show(inputs, s);
      for (const entry of this.residual()) sum += entry * entry;
    }
    return sum / (samples * this.problem.settings.teacher.outputs);
  }

  private measureLayer(layer: number): Omit<LayerRecord, "fanOut"> {
    const { evaluation } = this.problem;
    const samples = evaluation.length / this.dimension;
    const left: Float64Array[] = [];
    const right: Float64Array[] = [];
    for (let s = 0; s < samples; s++) {
      this.show(evaluation, s);
      left.push(this.teacherActivations[layer]!.slice());
      right.push(this.studentActivations[layer]!.slice());
    }
    const correlations = Float32Array.from(correlationMatrix(left, right, { constantShare }).flat());
    return { teachers: left[0]!.length, students: right[0]!.length, correlations };
  }

  private fanOut(): Float32Array[] {
    const { evaluation } = this.problem;
    const samples = evaluation.length / this.dimension;
    const sums = this.studentActivations.slice(1, -1).map(({ length }) => new Float64Array(length));
    for (let s = 0; s < samples; s++) {
      this.show(evaluation, s);
      addFanOut(this.student, this.studentActivations, sums);
    }
    return sums.map((sum) => Float32Array.from(sum, (value) => Math.sqrt(value / samples)));
  }
}
