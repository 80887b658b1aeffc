import { followTraining } from "../simulation/training/followTraining.js";
import { openTrainer } from "../simulation/training/openTrainer.js";
import type { TrainingRecord } from "../simulation/training/settings.js";
import type { TrainingProblem } from "../simulation/training/trainer.js";
import type { Job, RunContext } from "./experiment.js";
import { stopped } from "./stopped.js";

/**
 * SGD for a teacher and data that are given, as `train` does it for those that it draws. Rejects with an AbortError when stopped, with a
 * RangeError where training diverges.
 */
export async function trainProblem(
  problem: TrainingProblem,
  { seed, key }: Job,
  { signal, onProgress }: RunContext,
  keepWeights = false,
): Promise<readonly TrainingRecord[]> {
  const { settings } = problem;
  const trainer = await openTrainer("wasm", problem);
  const { records, divergedAt } = await followTraining(trainer, settings, {
    ...{ seed, keepWeights },
    ...(signal && { signal }),
    ...(onProgress && { onProgress: (done) => onProgress(done / settings.steps) }),
  });
  if (divergedAt !== null) throw new RangeError(`${key}: training diverged at step ${divergedAt}`);
  if (signal?.aborted) throw stopped();
  return records;
}
