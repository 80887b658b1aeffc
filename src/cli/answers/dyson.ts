import { writeFileSync } from "node:fs";
import { dysonPlot, dysonReport } from "../../render/dysonReport.js";
import { renderJson } from "../../render/json.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import type { DysonEquation } from "../../theory/landscape/dyson/dysonEquation.js";
import { dysonSweep } from "../../theory/landscape/dyson/solver/solveDyson.js";
import { dysonMoments } from "../../theory/landscape/dyson/spectrum/dysonMoments.js";
import { spectralDistribution } from "../../theory/landscape/dyson/spectrum/spectralDistribution.js";
import { supportBound } from "../../theory/landscape/dyson/spectrum/supportBound.js";
import { readRequest } from "../call/readRequest.js";
import { deliver } from "../deliver.js";
import { ensembleNames, ensembles } from "../dyson/ensembles.js";
import { readEnsemble } from "../dyson/readEnsemble.js";
import { exitCodes } from "../exitCodes.js";
import { fileFailure } from "../fileFailure.js";
import { type FormatOptions, formatOf } from "../options.js";
import type { Terminal } from "../terminal.js";
import { badValue, UsageError } from "../usageError.js";
import { version } from "../version.js";
import { work } from "../work.js";

export interface DysonCommandOptions extends FormatOptions {
  readonly svg?: string;
  readonly bands?: true;
  readonly example?: string;
}

const MOMENTS = 6;
/** Unknowns up to which edges, atoms and mass take seconds at most. */
const USUAL_UNKNOWNS = 100;

function exampleText(name: string): string {
  if (!Object.hasOwn(ensembles, name)) {
    throw badValue("--example", name, `one of ${ensembleNames.join(", ")}`, "docs/dyson.md describes them.");
  }
  return renderJson({ ensemble: name, ...ensembles[name]!.example, energies: { from: -2, to: 2, points: 9 } });
}

const isSmall = ({ selfEnergy: { size, structure } }: DysonEquation): boolean =>
  (structure === "diagonal" ? size : size * size) <= USUAL_UNKNOWNS;

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`--svg ${path}: ${fileFailure(error)}. Choose a file that can be written.`);
  }
}

/** Solves the ensemble of a file, writes the answer and returns the exit code. Throws a UsageError. */
export async function answerDyson(
  file: string | undefined,
  options: DysonCommandOptions,
  terminal: Terminal,
): Promise<number> {
  formatOf(options);
  if (options.example !== undefined) {
    if (file !== undefined) throw new UsageError(`${file} and --example: choose one.`);
    terminal.write(exampleText(options.example));
    return exitCodes.fine;
  }
  if (file === undefined) {
    throw new UsageError("dyson of what? Name a file, or - for the standard input; --example chiral prints one.");
  }
  const read = await readRequest(file, terminal, 'an object such as {"ensemble": "chiral", "ratio": 0.5}');
  if (read === null) return exitCodes.interrupted;
  const {
    name,
    equation,
    energies,
    options: settings,
  } = readEnsemble(file === "-" ? "standard input" : file, read.request);
  const { results, interrupted } = await work(energies, dysonSweep(equation, settings), terminal);
  // one piece of work, of which nothing could be kept
  const whole = !interrupted && (options.bands === true || isSmall(equation));
  if (whole) terminal.stopAtOnce();
  const { size, structure } = equation.selfEnergy;
  const output = {
    ensemble: name,
    size,
    structure,
    points: results,
    support: supportBound(equation),
    moments: dysonMoments(equation, MOMENTS),
    spectrum: whole ? spectralDistribution(equation) : null,
  };
  if (options.svg !== undefined && results.length > 1) {
    write(
      options.svg,
      renderPlot(dysonPlot(output, { command: `theoria dyson ${file}`, version: `theoria ${version}` })),
    );
  }
  const unsound = results.filter(({ converged }) => !converged).length;
  const outcome = { report: dysonReport(output), finished: results.length, asked: energies.length, unsound };
  return deliver(outcome, options, terminal);
}
