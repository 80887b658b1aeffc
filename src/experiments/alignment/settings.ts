/**
 * The settings of the two-layer experiments of "Student Specialization in Deep ReLU Networks With Finite Width and Input Dimension" (section 6), and
 * cheap ones with the same features: fewer inputs, outputs, samples and steps.
 *
 * The text leaves open, or says otherwise: the loss is summed over outputs; batches are drawn with replacement; the weights of a teacher node have
 * norm 1 without the bias, which is -0.1 (47% of the inputs activate a node).
 */
import type { TeacherStudentSettings } from "../../simulation/training/settings.js";
import type { Effort } from "../experiment.js";

export interface TwoLayerChoice {
  readonly teachers: number;
  readonly polarity: number;
  readonly multiplier: number;
  /** After how many epochs the student is measured. */
  readonly epochs: readonly number[];
  /** SGD steps an epoch; default 1000 (full), 500 (quick). */
  readonly stepsPerEpoch?: number;
}

export const stepsPerEpoch: Readonly<Record<Effort, number>> = { full: 1000, quick: 500 };

export function twoLayerSettings(effort: Effort, choice: TwoLayerChoice): TeacherStudentSettings {
  const full = effort === "full";
  const samples = full ? 10_000 : 5000;
  const perEpoch = choice.stepsPerEpoch ?? stepsPerEpoch[effort];
  const checkpoints = choice.epochs.map((epoch) => epoch * perEpoch);
  return {
    inputs: { dimension: full ? 100 : 20, standardDeviation: 1.5, samples, evaluation: samples },
    teacher: {
      hidden: [choice.teachers],
      outputs: full ? 50 : 20,
      polarity: choice.polarity,
      bias: -0.1,
      normalised: "hidden",
    },
    student: { multiplier: choice.multiplier, standardDeviation: 0.005 },
    loss: "sum",
    learningRate: [{ from: 0, rate: 0.01 }],
    batch: 16,
    steps: Math.max(...checkpoints),
    checkpoints,
  };
}
