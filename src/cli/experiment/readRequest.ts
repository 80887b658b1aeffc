/** What the options of `theoria experiment` and `theoria figure` ask for. */
import { type Effort, type Experiment, jobsOf } from "../../experiments/experiment.js";
import { wholeOf } from "../formulaOptions.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import type { ExperimentOptions, ExperimentRequest } from "./experimentRequest.js";
import { readImages } from "./readImages.js";

/** Seeds of one run at most. */
const MAX_SEEDS = 10_000;
const FIRST_SEED = "1";

export type RunOptions = Pick<ExperimentOptions, "quick" | "full" | "seeds" | "seed" | "threads" | "data">;

export interface AskedRun extends Omit<ExperimentRequest, "out"> {
  readonly seed: number;
  readonly seeds: number;
  /** Repeats the run. */
  readonly command: string;
}

function commandOf(verb: string, experiment: Experiment, effort: Effort, seeds: number, options: RunOptions): string {
  const given = options.data === undefined ? "" : ` --data ${options.data}`;
  const first = options.seed ?? FIRST_SEED;
  return `theoria ${verb} ${experiment.id} --${effort} --seeds ${seeds} --seed ${first}${given}`;
}

/** The run of `theoria <verb>`; data are read. Throws a UsageError. */
export function readRequest(verb: string, experiment: Experiment, options: RunOptions, terminal: Terminal): AskedRun {
  const { quick, full, seed: seedText = FIRST_SEED, seeds: seedsText, threads: threadsText } = options;
  if (quick && full) throw new UsageError("--quick and --full: choose one.");
  const effort: Effort = full ? "full" : "quick";
  const usual = experiment.seeds[effort];
  const seeds =
    seedsText === undefined ? usual : wholeOf("--seeds", seedsText, [1, MAX_SEEDS], `The default is ${usual}.`);
  const seed = wholeOf("--seed", seedText, [0, 2 ** 32 - 1 - MAX_SEEDS], "The default is 1.");
  const threads =
    threadsText === undefined
      ? terminal.cores
      : wholeOf("--threads", threadsText, [1, 256], "The default is one a core.");
  if (options.data !== undefined && !experiment.needsImages) {
    throw new UsageError(`--data: ${experiment.id} makes its own inputs. Leave --data out.`);
  }
  return {
    ...{ experiment, effort, seed, seeds, threads },
    jobs: jobsOf(experiment, effort, { seed, seeds }),
    images: experiment.needsImages ? readImages(experiment.needsImages, experiment.id, options.data) : null,
    command: commandOf(verb, experiment, effort, seeds, options),
  };
}
