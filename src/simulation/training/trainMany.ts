import { domainError } from "../../numeric/domain.js";
import { assertWorkers } from "../parallel/assertWorkers.js";
import type { StartWorker } from "../parallel/channel.js";
import { runJobs } from "../parallel/pool.js";
import { assertKeys, show } from "../validOptions.js";
import type { TeacherStudentSettings, TrainingRun, TrainOptions } from "./settings.js";
import { train } from "./train.js";
import { validSettings } from "./validSettings.js";
import { validTrainOptions } from "./validTrainOptions.js";

export interface TrainManyOptions extends Pick<TrainOptions, "kernels" | "keepWeights" | "signal"> {
  /** Runs in worker threads; without it, one after the other in this one. `count`: 1 .. 256. */
  readonly workers?: { readonly start: StartWorker; readonly count: number };
  /** Each run as it ends, in any order; awaited. What it throws ends the others. */
  readonly onRun?: (run: TrainingRun) => void | Promise<void>;
}

const known = ["kernels", "keepWeights", "signal", "workers", "onRun"];

/**
 * Trains one student for each of several seeds, which are to be distinct. Results come in the order of the seeds and are, to
 * the last bit, those of `train`, whatever the number of workers; a worker that dies is replaced, three times at most. After
 * an abort the runs that had ended are there, and in this thread the one under way as far as it came.
 *
 * @throws TheoryError "domain" for settings, seeds or options outside their domain; Error when workers keep dying.
 */
export async function trainMany(
  given: TeacherStudentSettings,
  seeds: readonly number[],
  options: TrainManyOptions = {},
): Promise<readonly TrainingRun[]> {
  const settings = validSettings(given);
  assertOptions(seeds, options);
  const runs = await (options.workers === undefined ? here(settings, seeds, options) : there(settings, seeds, options));
  return seeds.flatMap((seed) => runs.find((run) => run.seed === seed) ?? []);
}

async function here(
  settings: TeacherStudentSettings,
  seeds: readonly number[],
  { onRun, workers: _, ...options }: TrainManyOptions,
): Promise<readonly TrainingRun[]> {
  const runs: TrainingRun[] = [];
  for (const seed of seeds) {
    if (options.signal?.aborted) break;
    const run = await train(settings, { ...options, seed });
    runs.push(run);
    await onRun?.(run);
  }
  return runs;
}

async function there(
  settings: TeacherStudentSettings,
  seeds: readonly number[],
  { workers, signal, onRun, kernels = "wasm", keepWeights = false }: TrainManyOptions,
): Promise<readonly TrainingRun[]> {
  const runs: TrainingRun[] = [];
  const failures: unknown[] = [];
  let told = Promise.resolve();
  const hear = (run: TrainingRun): void => {
    if (failures.length > 0) throw failures[0];
    runs.push(run);
    told = told.then(() => onRun?.(run)).catch((reason: unknown) => void failures.push(reason));
  };
  await runJobs(
    {
      numbers: seeds,
      ask: (numbers) => ({ kind: "train", settings, seeds: numbers, kernels, keepWeights }),
      numberOf: (reply) => (reply.kind === "trained" ? reply.run.seed : undefined),
      onFinished: (reply) => void (reply.kind === "trained" && hear(reply.run)),
      largestShare: 1,
    },
    { start: workers!.start, workers: workers!.count, ...(signal && { signal }) },
  );
  await told;
  if (failures.length > 0) throw failures[0];
  return runs;
}

function assertOptions(seeds: readonly number[], options: TrainManyOptions): void {
  assertKeys("options", options, known);
  if (!Array.isArray(seeds)) throw domainError("seeds", show(seeds), "a list of whole numbers", "Pass an array.");
  const { workers, onRun, ...rest } = options;
  for (const seed of seeds) validTrainOptions({ ...rest, seed });
  if (new Set(seeds).size < seeds.length) {
    throw domainError("seeds", seeds.join(), "distinct", "A seed gives the same run each time: name it once.");
  }
  if (onRun !== undefined && typeof onRun !== "function") {
    throw domainError("onRun", show(onRun), "a function", "Pass one, or leave it out.");
  }
  if (workers !== undefined) assertWorkers(workers);
}
