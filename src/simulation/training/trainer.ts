/** What kernels do for a run: SGD steps on given batches, and measurements. */
import type { TeacherStudentSettings, TrainingRecord } from "./settings.js";

/** A student, its teacher and the data, laid out as in the settings. */
export interface TrainingProblem {
  readonly settings: TeacherStudentSettings;
  readonly teacher: readonly Float32Array[];
  readonly student: readonly Float32Array[];
  /** Inputs in rows. */
  readonly training: Float32Array;
  readonly evaluation: Float32Array;
}

export type Measurement = Pick<TrainingRecord, "evaluationLoss" | "trainingLoss" | "layers">;

export interface Trainer {
  /**
   * One step for each `batch` indices: W <- W - rate dJ/dW. Returns how many were made: it stops before a step on a batch
   * whose residuals have left all bounds.
   */
  run(indices: Uint32Array, rate: number): number;
  measure(): Measurement;
  weights(): readonly Float32Array[];
}

/** Mean over a batch of |f* - f|^2 from which on a run counts as diverged; single precision still holds its square root. */
export const divergence = 1e30;

/** An activation is constant where its standard deviation is below this share of its root mean square. */
export const constantShare = 1e-6;

/** The factor of f* - f in -dJ/df, for one sample of a batch. */
export function gradientScale({ loss, batch, teacher }: TeacherStudentSettings): number {
  return loss === "sum" ? 1 / batch : 2 / (batch * teacher.outputs);
}
