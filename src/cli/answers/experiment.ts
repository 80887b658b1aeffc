import type { Experiment } from "../../experiments/experiment.js";
import { experiments } from "../../experiments/experiments.js";
import { experimentsNamed } from "../../experiments/experimentsNamed.js";
import { experimentJson, experimentsJson, experimentsText, experimentText } from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { exitCodes } from "../exitCodes.js";
import { exitCodeOf, experimentOutput } from "../experiment/experimentOutput.js";
import type { ExperimentOptions } from "../experiment/experimentRequest.js";
import { finishedJobs } from "../experiment/finishedJobs.js";
import { readRequest } from "../experiment/readRequest.js";
import { writeFiles } from "../experiment/writeFiles.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import { version } from "../version.js";

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
  if (options.quick && options.full) throw new UsageError("--quick and --full: choose one.");
  const asked = readRequest("experiment", experimentOf(name), options, terminal);
  const out = options.out ?? null;
  const finished = await finishedJobs({ ...asked, out }, terminal);
  const output = experimentOutput({ ...asked, version }, finished);
  if (finished.length > 0) {
    const files = out === null ? [] : writeFiles(out, output, finished);
    const written = { ...output, files };
    terminal.write(options.json ? renderJson(experimentJson(written)) : experimentText(written, { quiet }));
  }
  return exitCodeOf(output, terminal, { quiet });
}
