import { rmSync } from "node:fs";
import type { Experiment } from "../../experiments/experiment.js";
import { experiments } from "../../experiments/experiments.js";
import { experimentJson, experimentsJson, experimentsText, experimentText } from "../../render/experimentReport.js";
import { renderJson } from "../../render/json.js";
import { wrap } from "../../render/wrap.js";
import { exitCodes } from "../exitCodes.js";
import { exitCodeOf, experimentOutput } from "../experiment/experimentOutput.js";
import { finishedJobs } from "../experiment/finishedJobs.js";
import { readRequest } from "../experiment/readRequest.js";
import { figureNamed } from "../figure/figureNamed.js";
import type { FigureOptions } from "../figure/figureOptions.js";
import { jobsFileOf, type OutFile, outFile } from "../figure/outFile.js";
import { openRasteriser } from "../figure/rasterise.js";
import { type Redrawn, redraw } from "../figure/redraw.js";
import { type Raster, writeFigure } from "../figure/writeFigure.js";
import { readNumber } from "../numberList.js";
import type { Terminal } from "../terminal.js";
import { badValue, UsageError } from "../usageError.js";
import { version } from "../version.js";

const WIDTH = 100;

/** What means nothing without a figure, and what means nothing where data are read. */
const needsRun = ["quick", "full", "seeds", "seed", "threads", "data"] as const;
const needsFigure = [...needsRun, "out", "from", "scale"] as const;

function list(options: FigureOptions, terminal: Terminal): number {
  const useless = needsFigure.find((option) => options[option] !== undefined);
  if (useless !== undefined) {
    throw new UsageError(`--${useless}: no figure is named. Name one, such as 1a, or leave the option out.`);
  }
  terminal.write(options.json ? renderJson(experimentsJson(experiments)) : experimentsText(experiments));
  return exitCodes.fine;
}

function scaleOf({ scale: text }: FigureOptions, out: OutFile | null): number {
  if (text === undefined) return 2;
  if (out?.kind !== "png") throw new UsageError("--scale: only PNG has pixels. Name a .png file with --out.");
  const scale = readNumber(text);
  if (scale === null || !(scale >= 0.5 && scale <= 8)) {
    throw badValue("--scale", text, "a number from 0.5 to 8", "2 is the default.");
  }
  return scale;
}

interface Ran extends Redrawn {
  /** Where finished jobs are, as long as some are missing. */
  readonly kept?: string;
}

async function run(
  experiment: Experiment,
  options: FigureOptions,
  out: OutFile | null,
  terminal: Terminal,
): Promise<Ran> {
  const asked = readRequest("figure", experiment, options, terminal);
  const jobsFile = out === null ? null : jobsFileOf(out, experiment.study.id, asked.effort);
  const finished = await finishedJobs({ ...asked, out: null, ...(jobsFile !== null && { jobsFile }) }, terminal);
  const output = experimentOutput({ ...asked, version }, finished);
  return { output, finished, ...(jobsFile !== null && { kept: jobsFile }) };
}

/** Says how a picture is written, to whoever has asked for none. */
function hint(experiment: Experiment, { out, quiet }: FigureOptions): string {
  if (out !== undefined || quiet) return "";
  const name = experiment.id.replace(/^batchnorm\/(figure-)?/, "");
  const file = `${experiment.id.replaceAll("/", "-")}.svg`;
  const sentence = `theoria figure ${name} --out ${file} writes the picture; .png and .json work as well.`;
  return `\n${wrap(sentence, WIDTH).join("\n")}\n`;
}

/** Runs the figure of that name, or reads its data, or lists all; writes it and returns the exit code. Throws a UsageError. */
export async function answerFigure(
  name: string | undefined,
  options: FigureOptions,
  terminal: Terminal,
): Promise<number> {
  if (name === undefined) return list(options, terminal);
  const experiment = figureNamed(name);
  const useless = options.from === undefined ? undefined : needsRun.find((option) => options[option] !== undefined);
  if (useless !== undefined) {
    throw new UsageError(`--${useless} and --from: nothing is run where data are read. Leave one of them out.`);
  }
  const out = options.out === undefined ? null : outFile(options.out);
  const scale = scaleOf(options, out);
  const raster: Raster | null = out?.kind === "png" ? { rasterise: await openRasteriser(), scale } : null;
  const { output, finished, kept } =
    options.from === undefined
      ? await run(experiment, options, out, terminal)
      : { ...redraw(options.from, experiment), kept: undefined };
  const whole = options.from !== undefined || output.finished === output.asked;
  const quiet = options.quiet ?? false;
  if (finished.length > 0) {
    const files = out === null || !whole ? [] : writeFigure(out, output, finished, raster);
    const written = { ...output, files };
    const text = () => experimentText(written, { quiet }) + (whole ? hint(experiment, options) : "");
    terminal.write(options.json ? renderJson(experimentJson(written)) : text());
  }
  if (whole && kept !== undefined) rmSync(kept, { force: true });
  return exitCodeOf(output, terminal, { quiet, ...(kept !== undefined && { kept }) });
}
