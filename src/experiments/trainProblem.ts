import { openTrainer } from "../simulation/training/openTrainer.js";
import type { TrainingRecord } from "../simulation/training/settings.js";
import { streamOf } from "../simulation/training/streams.js";
import type { TrainingProblem } from "../simulation/training/trainer.js";
import type { Job, RunContext } from "./experiment.js";
import { stopped } from "./stopped.js";

/** Steps between two looks at the signal. */
const STRIDE = 500;

/**
 * SGD for a teacher and data that are given, as `train` does it for those that it draws: batches drawn with replacement, one learning rate. Rejects with
 * an AbortError when stopped, with a RangeError where training diverges.
 */
export async function trainProblem(
  problem: TrainingProblem,
  { seed, key }: Job,
  { signal, onProgress }: RunContext,
  keepWeights = false,
): Promise<readonly TrainingRecord[]> {
  const { steps, batch, inputs, checkpoints, learningRate } = problem.settings;
  const trainer = await openTrainer("wasm", problem);
  const indices = streamOf(seed, "batches");
  const records: TrainingRecord[] = [];
  try {
    for (let done = 0; ; ) {
      if (signal?.aborted) throw stopped();
      if (checkpoints.includes(done)) {
        records.push({ step: done, ...trainer.measure(), ...(keepWeights && { weights: trainer.weights() }) });
      }
      await onProgress?.(done / steps);
      if (done === steps) return records;
      const next = Math.min(done + STRIDE, ...checkpoints.filter((step) => step > done), steps);
      const length = (next - done) * batch;
      const chosen = Uint32Array.from({ length }, () => Math.floor(indices.uniform() * inputs.samples));
      const made = trainer.run(chosen, learningRate[0]!.rate);
      done += made;
      if (done < next) throw new RangeError(`${key}: training diverged at step ${done}`);
    }
  } finally {
    trainer.close();
  }
}
