import type { Finished, Job } from "../../experiments/experiment.js";
import type { ExperimentOutput } from "../../render/experimentReport.js";
import { exitCodes } from "../exitCodes.js";
import type { Terminal } from "../terminal.js";

/** What was asked for, of the run itself or of the file that holds it. */
export interface Described
  extends Pick<ExperimentOutput, "experiment" | "effort" | "seed" | "seeds" | "command" | "version"> {
  readonly jobs: readonly Job[];
}

/** Some jobs may be missing: then nothing is asserted. */
export function experimentOutput(asked: Described, finished: readonly Finished<unknown>[]): ExperimentOutput {
  const { experiment, effort, jobs, seed, seeds, command, version } = asked;
  const findings = experiment.summarise(finished, effort);
  const whole = finished.length === jobs.length;
  return {
    ...{ experiment, effort, seed, seeds, command, version, files: [] },
    ...{ finished: finished.length, asked: jobs.length },
    findings: whole ? findings : { ...findings, assertions: [] },
  };
}

/** Says on the error stream what is missing or fails, and returns the exit code. `kept`: where finished jobs are. */
export function exitCodeOf(
  { finished, asked, findings }: ExperimentOutput,
  terminal: Terminal,
  { quiet, kept }: { readonly quiet: boolean; readonly kept?: string },
): number {
  const say = (sentence: string) => {
    if (!quiet) terminal.warn(`${sentence}\n`);
  };
  if (finished < asked) {
    const where = kept === undefined ? "" : `; ${kept} keeps them: the same command continues there`;
    say(`stopped: ${finished} of ${asked} jobs are finished${where}`);
    return exitCodes.interrupted;
  }
  const failed = findings.assertions.filter(({ holds }) => !holds).length;
  if (failed === 0) return exitCodes.fine;
  say(`warning: ${failed} of ${findings.assertions.length} assertions fail`);
  return exitCodes.unsound;
}
