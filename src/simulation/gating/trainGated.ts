import { validRunOptions } from "../validRunOptions.js";
import { batchesOf, largestBatch } from "./batches.js";
import { initialWeights } from "./initialWeights.js";
import { numbersOf } from "./mapWeights.js";
import { openGatedTrainer } from "./openGatedTrainer.js";
import type { GatedData, GatedRecord, GatedRun, GatedSettings, TrainGatedOptions } from "./settings.js";
import type { GatedTrainer } from "./trainer.js";
import { validData } from "./validData.js";
import { validGatedSettings } from "./validSettings.js";
import { validWeights } from "./validWeights.js";
import { weightCount } from "./weightCount.js";

/** Between two looks at the signal: so many products, about a tenth of a second of them. */
const WORK = 3e8;
/** What a step costs besides, in products: narrow networks are looked at as often. */
const OVERHEAD = 1e5;

/**
 * Trains a gated network by Adam, on batches of a new random order each epoch. The run is a pure function of (settings, data,
 * start, seed, kernels), and what is recorded at one checkpoint does not depend on the others. It ends early where a loss
 * or its gradient leaves all bounds, as `divergedAt` says, and after an abort, with the checkpoints that it has reached.
 *
 * @throws TheoryError "domain" for settings, data or options outside their domain.
 */
export async function trainGated(given: GatedSettings, data: GatedData, options: TrainGatedOptions): Promise<GatedRun> {
  const settings = validGatedSettings(given);
  const { training, evaluation = null } = validData(data, settings);
  const { seed, kernels = "wasm", start, ...rest } = validRunOptions(options, ["start"]);
  if (start !== undefined) validWeights("start", start, settings);
  const trainer = await openGatedTrainer(kernels, {
    ...{ settings, training, evaluation },
    start: start ?? initialWeights(settings, seed),
  });
  return Object.freeze({ seed, ...(await follow(trainer, settings, { ...rest, data, seed })) });
}

async function follow(
  trainer: GatedTrainer,
  settings: GatedSettings,
  { data, seed, signal, onProgress }: TrainGatedOptions & { readonly data: GatedData },
): Promise<Pick<GatedRun, "records" | "divergedAt">> {
  const { epochs, checkpoints } = settings;
  const samples = data.training.inputs.length / settings.inputs;
  const products = 3 * weightCount(settings) * largestBatch(settings, samples);
  const stride = Math.max(1, Math.floor(WORK / (products + OVERHEAD)));
  const recorded = new Set(checkpoints);
  const records: GatedRecord[] = [];
  let untold = 0;
  for (let epoch = 0; ; epoch++) {
    if (signal?.aborted) return { records, divergedAt: null };
    if (recorded.has(epoch)) {
      const record = recordOf(trainer, epoch, data.evaluation !== undefined);
      if (record === null) return { records, divergedAt: epoch };
      records.push(record);
      await onProgress?.(epoch);
    }
    if (epoch === epochs) return { records, divergedAt: null };
    const batches = batchesOf(settings, { seed, epoch, samples });
    for (const [k, batch] of batches.entries()) {
      if (!trainer.step(batch)) return { records, divergedAt: epoch };
      if (++untold < stride) continue;
      untold = 0;
      await onProgress?.(epoch + (k + 1) / batches.length);
      if (signal?.aborted) return { records, divergedAt: null };
    }
  }
}

/** Null where the network has left all bounds. */
function recordOf(trainer: GatedTrainer, epoch: number, evaluated: boolean): GatedRecord | null {
  const measured = trainer.measure("training");
  const evaluation = evaluated ? trainer.measure("evaluation") : null;
  const weights = trainer.weights();
  const finite = numbersOf(weights).every((numbers) => numbers.every(Number.isFinite));
  if (!finite || !Number.isFinite(measured.loss) || !Number.isFinite(evaluation?.loss ?? 0)) return null;
  return Object.freeze({ epoch, ...measured, evaluation, weights });
}
