import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finished } from "../../experiments/experiment.js";
import { type ExperimentOutput, experimentJson } from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";

/** Writes <id>-<effort>.json and <id>-<effort>-<n>.svg into the folder; "/" in an id becomes "-". Returns the paths. */
export function writeFiles(
  folder: string,
  output: ExperimentOutput,
  finished: readonly Finished<unknown>[],
): readonly string[] {
  const { experiment, effort, findings, command, seed, version } = output;
  const name = `${experiment.id.replaceAll("/", "-")}-${effort}`;
  const metadata = { experiment: experiment.id, command, seed: String(seed), version: `theoria ${version}` };
  const plots = findings.plots.filter(({ panels }) => panels.length > 0).map((plot) => ({ ...plot, metadata }));
  const pictures = plots.map((plot, k) => [join(folder, `${name}-${k + 1}.svg`), renderPlot(plot)] as const);
  const results = finished.map(({ job, result }) => ({ ...job, result }));
  const data = [join(folder, `${name}.json`), renderJson({ ...experimentJson(output), plots, results })] as const;
  const files = [data, ...pictures];
  for (const [path, text] of files) {
    try {
      writeFileSync(path, text);
    } catch (error) {
      throw new UsageError(
        `--out ${path}: ${fileFailure(error)}. What is finished is kept: choose a folder with room.`,
      );
    }
  }
  return files.map(([path]) => path);
}
