import { isTheoryError } from "../../errors.js";
import { type Experiment, type Finished, jobsOf } from "../../experiments/experiment.js";
import type { ExperimentOutput } from "../../render/experimentReport.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { picturesOf, readDataFile } from "../experiment/dataFile.js";
import { experimentOutput } from "../experiment/experimentOutput.js";
import { UsageError } from "../usageError.js";

export interface Redrawn {
  readonly output: ExperimentOutput;
  readonly finished: readonly Finished<unknown>[];
}

/** What the data of a file say, without running anything. The file is a stranger's: what does not fit is refused. Throws a UsageError. */
export function redraw(path: string, experiment: Experiment): Redrawn {
  const { experiment: id, effort, seed, seeds, command, version, results } = readDataFile(path);
  if (id !== experiment.id) {
    throw new UsageError(`--from ${path}: the data of ${id}, not of ${experiment.id}. Name that figure.`);
  }
  const jobs = jobsOf(experiment, effort, { seed, seeds });
  const byKey = new Map(results.map(({ key, result }) => [key, result]));
  const finished = jobs.flatMap((job) => (byKey.has(job.key) ? [{ job, result: byKey.get(job.key) }] : []));
  const refuse = (why: string) =>
    new UsageError(`--from ${path}: ${why}. Run theoria figure ${id} with --out f.json anew.`);
  if (finished.length === 0) throw refuse(`no result in it is one of ${id}`);
  try {
    const output = experimentOutput({ experiment, effort, seed, seeds, jobs, command, version }, finished);
    for (const plot of picturesOf(output)) renderPlot(plot);
    return { output, finished };
  } catch (error) {
    // results of another shape may fail anywhere
    throw refuse(`its results are not those of ${id}${isTheoryError(error) ? ` (${error.message})` : ""}`);
  }
}
