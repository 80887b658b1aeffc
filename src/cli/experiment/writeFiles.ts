import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finished } from "../../experiments/experiment.js";
import type { ExperimentOutput } from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";
import { dataFile, picturesOf } from "./dataFile.js";

/** Writes <id>-<effort>.json and <id>-<effort>-<n>.svg into the folder; "/" in an id becomes "-". Returns the paths. */
export function writeFiles(
  folder: string,
  output: ExperimentOutput,
  finished: readonly Finished<unknown>[],
): readonly string[] {
  const { experiment, effort } = output;
  const name = `${experiment.id.replaceAll("/", "-")}-${effort}`;
  const pictures = picturesOf(output).map(
    (plot, k) => [join(folder, `${name}-${k + 1}.svg`), renderPlot(plot)] as const,
  );
  const data = [join(folder, `${name}.json`), renderJson(dataFile(output, finished))] as const;
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
