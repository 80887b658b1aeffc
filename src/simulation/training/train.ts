import { drawInputs } from "./drawInputs.js";
import { drawTeacher } from "./drawTeacher.js";
import { initialStudent } from "./initialStudent.js";
import { learningRateAt } from "./learningRateAt.js";
import { openTrainer } from "./openTrainer.js";
import type { TeacherStudentSettings, TrainingRecord, TrainingRun, TrainOptions } from "./settings.js";
import { streamOf } from "./streams.js";
import type { Measurement, Trainer } from "./trainer.js";
import { validSettings } from "./validSettings.js";
import { validTrainOptions } from "./validTrainOptions.js";
import { studentWidths } from "./widths.js";

/** Between two looks at the signal: at most so many steps, and products, a second or two of them. */
const LARGEST_STRIDE = 1000;
const LARGEST_WORK = 1e10;

/**
 * Trains one student of a random teacher by SGD without momentum or decay, on batches drawn uniformly with replacement:
 * W <- W - rate dJ/dW. The run is a pure function of (settings, seed, kernels); what is measured at one checkpoint does not
 * depend on the others. A run whose outputs leave all bounds ends there, and says so in `divergedAt`; an aborted one ends
 * with the checkpoints that it has reached.
 *
 * @throws TheoryError "domain" for settings or options outside their domain.
 */
export async function train(given: TeacherStudentSettings, options: TrainOptions): Promise<TrainingRun> {
  const settings = validSettings(given);
  const { seed, kernels = "wasm" } = validTrainOptions(options);
  const training = drawInputs(settings, seed, "training");
  const teacher = drawTeacher(settings, seed, training);
  const trainer = await openTrainer(kernels, {
    settings,
    teacher,
    student: initialStudent(settings, seed),
    training,
    evaluation: drawInputs(settings, seed, "evaluation"),
  });
  try {
    return Object.freeze({ seed, teacher, ...(await follow(trainer, settings, options)) });
  } finally {
    trainer.close();
  }
}

async function follow(
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
