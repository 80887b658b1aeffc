import type { Effort, Experiment, Finished } from "../../experiments/experiment.js";
import { jobsOf } from "../../experiments/experiment.js";
import { experiments } from "../../experiments/experiments.js";
import { experimentsNamed } from "../../experiments/experimentsNamed.js";
import {
  type ExperimentOutput,
  experimentJson,
  experimentsJson,
  experimentsText,
  experimentText,
} from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { exitCodes } from "../exitCodes.js";
import type { ExperimentOptions, ExperimentRequest } from "../experiment/experimentRequest.js";
import { finishedJobs } from "../experiment/finishedJobs.js";
import { readImages } from "../experiment/readImages.js";
import { writeFiles } from "../experiment/writeFiles.js";
import { wholeOf } from "../formulaOptions.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import { version } from "../version.js";

/** Seeds of one run at most. */
const MAX_SEEDS = 10_000;
const FIRST_SEED = "1";

/** What means nothing without an experiment. */
const needsExperiment = ["quick", "full", "seeds", "seed", "out", "threads", "data"] as const;

function experimentOf(name: string): Experiment {
  const found = experimentsNamed(name);
  if (found.length === 1) return found[0]!;
  const ids = (found.length === 0 ? experiments : found).map(({ id }) => id).join(", ");
  throw new UsageError(
    `${name}: ${found.length === 0 ? "no experiment" : "several experiments"}. Choose one of ${ids}.`,
  );
}

function commandOf(experiment: Experiment, effort: Effort, seeds: number, options: ExperimentOptions): string {
  const given = options.data === undefined ? "" : ` --data ${options.data}`;
  const first = options.seed ?? FIRST_SEED;
  return `theoria experiment ${experiment.id} --${effort} --seeds ${seeds} --seed ${first}${given}`;
}

interface Asked extends ExperimentRequest {
  readonly seed: number;
  readonly seeds: number;
  readonly command: string;
}

function askedOf(name: string, options: ExperimentOptions, terminal: Terminal): Asked {
  const { quick, full, seed: seedText = FIRST_SEED, seeds: seedsText, threads: threadsText } = options;
  if (quick && full) throw new UsageError("--quick and --full: choose one.");
  const effort: Effort = full ? "full" : "quick";
  const experiment = experimentOf(name);
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
    ...{ experiment, effort, seed, seeds, threads, out: options.out ?? null },
    jobs: jobsOf(experiment, effort, { seed, seeds }),
    images: experiment.needsImages ? readImages(experiment.needsImages, experiment.id, options.data) : null,
    command: commandOf(experiment, effort, seeds, options),
  };
}

/** Some jobs may be missing: then nothing is asserted. */
function outputOf(asked: Asked, finished: readonly Finished<unknown>[]): ExperimentOutput {
  const { experiment, effort, jobs, seed, seeds, command } = asked;
  const findings = experiment.summarise(finished, effort);
  const whole = finished.length === jobs.length;
  return {
    ...{ experiment, effort, seed, seeds, command, version, files: [] },
    ...{ finished: finished.length, asked: jobs.length },
    findings: whole ? findings : { ...findings, assertions: [] },
  };
}

function exitCodeOf({ finished, asked, findings }: ExperimentOutput, terminal: Terminal, quiet: boolean): number {
  const say = (sentence: string) => {
    if (!quiet) terminal.warn(`${sentence}\n`);
  };
  if (finished < asked) {
    say(`stopped: ${finished} of ${asked} jobs are finished`);
    return exitCodes.interrupted;
  }
  const failed = findings.assertions.filter(({ holds }) => !holds).length;
  if (failed === 0) return exitCodes.fine;
  say(`warning: ${failed} of ${findings.assertions.length} assertions fail`);
  return exitCodes.unsound;
}

/** Runs the experiment of that name, or lists all, writes the answer and returns the exit code. Throws a UsageError. */
export async function answerExperiment(
  name: string | undefined,
  options: ExperimentOptions,
  terminal: Terminal,
): Promise<number> {
  const quiet = options.quiet ?? false;
  if (name === undefined) {
    const useless = needsExperiment.find((option) => options[option] !== undefined);
    if (useless !== undefined) {
      throw new UsageError(
        `--${useless}: no experiment is named. Name one, such as alignment/figure-10, or leave the option out.`,
      );
    }
    terminal.write(options.json ? renderJson(experimentsJson(experiments)) : experimentsText(experiments));
    return exitCodes.fine;
  }
  const asked = askedOf(name, options, terminal);
  const finished = await finishedJobs(asked, terminal);
  const output = outputOf(asked, finished);
  if (finished.length > 0) {
    const files = asked.out === null ? [] : writeFiles(asked.out, output, finished);
    const written = { ...output, files };
    terminal.write(options.json ? renderJson(experimentJson(written)) : experimentText(written, { quiet }));
  }
  return exitCodeOf(output, terminal, quiet);
}
