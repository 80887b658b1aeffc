/** One student of two layers, reduced to what the figures read. */
import { bestPerTeacher } from "../../simulation/training/matching.js";
import type { LayerRecord, TeacherStudentSettings, TrainingRun } from "../../simulation/training/settings.js";
import { train } from "../../simulation/training/train.js";
import type { Job, RunContext } from "../experiment.js";
import { rounded } from "../statistics.js";
import { stopped } from "../stopped.js";

export interface TwoLayerResult {
  /** Steps at the checkpoints. */
  readonly steps: readonly number[];
  readonly evaluationLoss: readonly number[];
  /** Checkpoints x teachers: the largest correlation that a student has with the teacher. */
  readonly best: readonly (readonly number[])[];
  /** At the last checkpoint, for each student: its largest correlation, the teacher that it is with, its fan-out norm. */
  readonly correlation: readonly number[];
  readonly teacher: readonly number[];
  readonly fanOut: readonly number[];
}

export const bestOfTeachers = (layer: LayerRecord): number[] => bestPerTeacher(layer).map((value) => rounded(value, 4));

export interface BestTeacher {
  readonly teacher: number;
  readonly correlation: number;
}

/** For each student, the teacher that it is most correlated with. */
export const bestOfStudents = ({ teachers, students, correlations }: LayerRecord): BestTeacher[] =>
  Array.from({ length: students }, (_, k) => {
    let best = 0;
    for (let j = 1; j < teachers; j++) {
      if (correlations[j * students + k]! > correlations[best * students + k]!) best = j;
    }
    return { teacher: best, correlation: rounded(correlations[best * students + k]!, 4) };
  });

export function twoLayerResult({ records }: TrainingRun): TwoLayerResult {
  const last = records.at(-1)!.layers[0]!;
  const students = bestOfStudents(last);
  return {
    steps: records.map(({ step }) => step),
    evaluationLoss: records.map(({ evaluationLoss }) => rounded(evaluationLoss)),
    best: records.map(({ layers }) => bestOfTeachers(layers[0]!)),
    correlation: students.map(({ correlation }) => correlation),
    teacher: students.map(({ teacher }) => teacher),
    fanOut: Array.from(last.fanOut, (value) => rounded(value, 4)),
  };
}

/** Trains to the end. Rejects with an AbortError when stopped, with a RangeError where training diverges. */
export async function trainWhole(
  settings: TeacherStudentSettings,
  { seed, key }: Job,
  { signal, onProgress }: RunContext,
  keepWeights = false,
): Promise<TrainingRun> {
  const run = await train(settings, {
    seed,
    keepWeights,
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (done) => onProgress(done / settings.steps) }),
  });
  if (run.records.length === settings.checkpoints.length) return run;
  if (run.divergedAt !== null) throw new RangeError(`${key}: training diverged at step ${run.divergedAt}`);
  throw stopped();
}
