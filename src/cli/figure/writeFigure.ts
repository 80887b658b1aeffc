import { writeFileSync } from "node:fs";
import type { Finished } from "../../experiments/experiment.js";
import type { ExperimentOutput } from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { dataFile, picturesOf } from "../experiment/dataFile.js";
import { fileFailure } from "../fileFailure.js";
import { UsageError } from "../usageError.js";
import { numbered, type OutFile } from "./outFile.js";
import { pngText } from "./pngText.js";
import type { Rasterise } from "./rasterise.js";

export interface Raster {
  readonly rasterise: Rasterise;
  readonly scale: number;
}

type File = readonly [path: string, content: string | Uint8Array];

function filesOf(
  out: OutFile,
  output: ExperimentOutput,
  finished: readonly Finished<unknown>[],
  raster: Raster | null,
): readonly File[] {
  if (out.kind === "json") return [[out.path, renderJson(dataFile(output, finished))]];
  const plots = picturesOf(output);
  if (plots.length === 0) throw new UsageError(`--out ${out.path}: ${output.experiment.id} has nothing to draw.`);
  const paths = numbered(out, plots.length);
  return plots.map((plot, k): File => {
    const svg = renderPlot(plot);
    if (raster === null) return [paths[k]!, svg];
    const png = raster.rasterise(svg, raster.scale);
    return [paths[k]!, pngText(png, "Description", JSON.stringify(plot.metadata))];
  });
}

/** Writes the pictures, or the data that they are drawn from; returns the paths. Throws a UsageError. */
export function writeFigure(
  out: OutFile,
  output: ExperimentOutput,
  finished: readonly Finished<unknown>[],
  raster: Raster | null,
): readonly string[] {
  const files = filesOf(out, output, finished, raster);
  for (const [path, content] of files) {
    try {
      writeFileSync(path, content);
    } catch (error) {
      throw new UsageError(`--out ${path}: ${fileFailure(error)}. Choose a file that can be written.`);
    }
  }
  return files.map(([path]) => path);
}
