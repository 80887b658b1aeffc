import { learningRateAt } from "./learningRateAt.js";
import type { TeacherStudentSettings, TrainingRecord, TrainingRun, TrainOptions } from "./settings.js";
import { streamOf } from "./streams.js";
import type { Measurement, Trainer } from "./trainer.js";
import { studentWidths } from "./widths.js";

/** Between two looks at the signal: at most so many steps, and products, a second or two of them. */
const LARGEST_STRIDE = 1000;
const LARGEST_WORK = 1e10;

/**
 * The SGD steps of a trainer and its measurements, for a teacher and data of any origin: batches are drawn by the seed's own stream. Ends early where
 * it is aborted, and where outputs or weights leave all bounds.
 */
export async function followTraining(
  trainer: Trainer,
  settings: TeacherStudentSettings,
  { seed, keepWeights = false, signal, onProgress }: TrainOptions,
): Promise<Pick<TrainingRun, "records" | "divergedAt">> {
  const { steps, batch, inputs, learningRate, checkpoints } = settings;
  const indices = streamOf(seed, "batches");
  const stride = strideOf(settings);
  const records: TrainingRecord[] = [];
  let done = 0;
  for (;;) {
    if (signal?.aborted) return { records, divergedAt: null };
    if (checkpoints.includes(done)) {
      const [measurement, weights] = [trainer.measure(), trainer.weights()];
      if (!isBounded(measurement, weights)) return { records, divergedAt: done };
      records.push({ step: done, ...measurement, ...(keepWeights && { weights }) });
    }
    if (done > 0) await onProgress?.(done);
    if (done === steps) return { records, divergedAt: null };
    const changes = [...checkpoints, ...learningRate.map(({ from }) => from), steps, done + stride];
    const count = Math.min(...changes.filter((step) => step > done)) - done;
    const batches = new Uint32Array(count * batch);
    for (let i = 0; i < batches.length; i++) batches[i] = Math.floor(indices.uniform() * inputs.samples);
    const made = trainer.run(batches, learningRateAt(learningRate, done));
    done += made;
    if (made < count) return { records, divergedAt: done };
  }
}

/** Three products a weight and sample: forward, and backward to weights and to activations. */
function strideOf(settings: TeacherStudentSettings): number {
  const widths = studentWidths(settings);
  const weights = widths.slice(1).reduce((sum, nodes, l) => sum + nodes * (widths[l]! + 1), 0);
  return Math.max(1, Math.min(LARGEST_STRIDE, Math.floor(LARGEST_WORK / (3 * weights * settings.batch))));
}

const isBounded = ({ evaluationLoss, trainingLoss }: Measurement, weights: readonly Float32Array[]): boolean =>
  Number.isFinite(evaluationLoss + trainingLoss) && weights.every((layer) => layer.every(Number.isFinite));
