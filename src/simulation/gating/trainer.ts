/** What kernels do for a run: Adam steps on given batches, and measurements. */
import type { GatedMeasurement, GatedSamples, GatedSettings, TrainedWeights } from "./settings.js";
import { hasOwnGates } from "./shapes.js";

export interface GatedProblem {
  readonly settings: GatedSettings;
  readonly start: TrainedWeights;
  readonly training: GatedSamples;
  readonly evaluation: GatedSamples | null;
}

export interface GatedTrainer {
  /** One step on these training samples. False where their loss or its gradient has left all bounds: there is no next step. */
  step(samples: Uint32Array): boolean;
  measure(samples: "training" | "evaluation"): GatedMeasurement;
  weights(): TrainedWeights;
}

/** From this mean loss of a batch on a run counts as diverged; single precision still holds it. */
export const divergence = 1e30;

/** Adam's rate and root of step t = 1, 2, ...: w -= rate m / (sqrt(v) root + epsilon). */
export function correctedRates(adam: Required<GatedSettings["adam"]>, t: number): { rate: number; root: number } {
  return { rate: adam.rate / (1 - adam.beta1 ** t), root: 1 / Math.sqrt(1 - adam.beta2 ** t) };
}

/** With the published defaults where nothing is said. */
export const adamOf = ({ adam }: Pick<GatedSettings, "adam">): Required<GatedSettings["adam"]> => ({
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  ...adam,
});

/** Settings of a gate that a model without gates of its own need not have. */
export const gatesOf = ({ gates }: Pick<GatedSettings, "gates">): NonNullable<GatedSettings["gates"]> =>
  gates ?? { beta: "hard", fixed: false };

/** Whether a DLGN's W moves: a gate that is hard has no gradient. */
export const movesGates = (settings: Pick<GatedSettings, "model" | "gates">): boolean => {
  const { beta, fixed } = gatesOf(settings);
  return hasOwnGates(settings) && beta !== "hard" && !fixed;
};

/** The weights that training changes: all, or U alone. */
export const movingPart = <Numbers extends Float32Array | Float64Array>(
  settings: Pick<GatedSettings, "model" | "gates">,
  { W, U }: TrainedWeights<Numbers>,
): TrainedWeights<Numbers> => ({ W: hasOwnGates(settings) && !movesGates(settings) ? [] : W, U });
