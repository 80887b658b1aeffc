import { writeFileSync } from "node:fs";
import { probeSteps } from "../../numeric/linearAlgebra/stochasticLanczos.js";
import { norm } from "../../numeric/linearAlgebra/vectors.js";
import { type HessianOutput, hessianJson, hessianPlot, hessianText } from "../../render/hessianReport.js";
import { renderJson } from "../../render/json.js";
import { renderPlot } from "../../render/plot/renderPlot.js";
import { factsOf, type HessianFacts, largestSampleNorm } from "../../theory/landscape/hessian/hessianFacts.js";
import { denseSpectrum, probedSpectrum, usualSteps } from "../../theory/landscape/hessian/hessianSpectrum.js";
import { riskHessianProduct } from "../../theory/landscape/hessian/hessianVectorProduct.js";
import { meanLoss, riskGradient } from "../../theory/landscape/hessian/networkRisk.js";
import type { LossName } from "../../theory/landscape/hessian/pointLoss.js";
import { randomRiskProblem } from "../../theory/landscape/hessian/randomRiskProblem.js";
import { type RiskProblem, resolveProblem } from "../../theory/landscape/hessian/riskProblem.js";
import { type SamplePasses, samplePasses } from "../../theory/landscape/hessian/samplePasses.js";
import { readRequest } from "../call/readRequest.js";
import { exitCodes } from "../exitCodes.js";
import { fileFailure } from "../fileFailure.js";
import { wholeOf } from "../formulaOptions.js";
import { parseNumberList } from "../numberList.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";
import { version } from "../version.js";
import { work, workInPieces } from "../work.js";

export interface HessianOptions {
  readonly inputs?: string;
  readonly hidden?: string;
  readonly samples?: string;
  readonly labels?: "random" | "teacher";
  readonly loss?: LossName;
  readonly activation?: string;
  readonly seed: string;
  readonly lanczos?: true;
  readonly probes?: string;
  readonly steps?: string;
  readonly bins: string;
  readonly svg?: string;
  readonly json?: true;
  readonly quiet?: true;
}

const MOST_DENSE = 1000;
/** Samples times squared parameters that take about a second. */
const DENSE_WORK = 1e9;
/** Samples whose norms are one piece of work. */
const PIECE = 16;
const keys = ["W", "alpha", "X", "y", "loss", "activation", "no_bias"];
const expected = 'a network {"W", "alpha", "X", "y", "loss"}';

const wholeNumber = (
  option: string,
  text: string | undefined,
  usual: number,
  range: readonly [number, number],
): number => (text === undefined ? usual : wholeOf(`--${option}`, text, range, `${usual} is the default.`));

/** The network of a file. Which numbers belong where, the theory says. */
function fromFile(file: string, request: unknown): RiskProblem {
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    throw new UsageError(`${file}: expected ${expected}, not ${Array.isArray(request) ? "a list" : String(request)}.`);
  }
  const unknown = Object.keys(request).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw new UsageError(`${file}: "${unknown}" is not known. Expected ${keys.join(", ")}.`);
  const { activation = "relu" } = request as { readonly activation?: unknown };
  if (typeof activation !== "string") throw new UsageError(`${file}: "activation" must be a text, such as "relu".`);
  return { ...(request as RiskProblem), activation };
}

function randomProblem(options: HessianOptions): RiskProblem {
  const { hidden = "8,8", labels, loss, activation } = options;
  const rules = { option: "--hidden", domain: "widths: integers from 1", example: "8,8", integer: true };
  const most = 2_000_000;
  return randomRiskProblem({
    inputs: wholeNumber("inputs", options.inputs, 10, [1, most]),
    hidden: hidden === "" ? [] : parseNumberList(hidden, rules),
    samples: wholeNumber("samples", options.samples, 300, [1, most]),
    seed: seedOf(options),
    ...(labels && { labels }),
    ...(loss && { loss }),
    ...(activation === undefined ? {} : { activation }),
  });
}

const seedOf = ({ seed }: HessianOptions): number => wholeNumber("seed", seed, 1, [0, Number.MAX_SAFE_INTEGER]);

async function problemOf(
  file: string | undefined,
  options: HessianOptions,
  terminal: Terminal,
): Promise<RiskProblem | null> {
  if (file === undefined) return randomProblem(options);
  const useless = (["inputs", "hidden", "samples", "labels", "loss", "activation"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (useless !== undefined) {
    throw new UsageError(`--${useless} is for random networks; ${file} has its own. Leave the option or the file out.`);
  }
  const read = await readRequest(file, terminal, expected);
  return read && fromFile(file === "-" ? "standard input" : file, read.request);
}

/** All eigenvalues; null where the user stopped it. */
async function dense(passes: SamplePasses, terminal: Terminal): Promise<HessianFacts | null> {
  const starts = Array.from({ length: Math.ceil(passes.samples / PIECE) }, (_, k) => k * PIECE);
  const norm = (from: number) => largestSampleNorm(passes, from, Math.min(from + PIECE, passes.samples));
  const { results, interrupted } = await work(starts, norm, terminal);
  return interrupted ? null : factsOf(passes, Math.max(...results)).facts;
}

async function probed(passes: SamplePasses, options: HessianOptions, terminal: Terminal) {
  const { size } = passes;
  const product = riskHessianProduct(passes);
  const count = wholeNumber("probes", options.probes, 16, [1, 100_000]);
  const steps = wholeNumber("steps", options.steps, usualSteps(size), [2, 10_000]);
  const seed = seedOf(options);
  const numbers = Array.from({ length: count }, (_, probe) => probe);
  const compute = (probe: number) => probeSteps(product, size, { seed, probe, steps });
  const { results } = await workInPieces(numbers, compute, terminal);
  const bins = binsOf(options);
  return { count, spectrum: results.length === 0 ? null : probedSpectrum(results, { size, steps, bins }) };
}

const binsOf = ({ bins }: HessianOptions): number => wholeNumber("bins", bins, 21, [1, 1000]);

function writePicture(output: HessianOutput, path: string, options: HessianOptions): HessianOutput {
  const metadata = { command: "theoria hessian", seed: options.seed, version: `theoria ${version}` };
  try {
    writeFileSync(path, renderPlot(hessianPlot(output, metadata)));
  } catch (error) {
    throw new UsageError(`--svg ${path}: ${fileFailure(error)}. Choose a file that can be written.`);
  }
  return { ...output, files: [path] };
}

async function spectrumOf(problem: RiskProblem, options: HessianOptions, terminal: Terminal) {
  const passes = samplePasses(resolveProblem(problem));
  const risk = {
    ...{ risk: meanLoss(passes), gradientNorm: norm(riskGradient(passes)) },
    ...{ parameters: passes.size, kinks: passes.kinks },
  };
  const cost = passes.size ** 2 * passes.samples;
  const forced = options.lanczos === true || options.probes !== undefined || options.steps !== undefined;
  const bins = binsOf(options);
  if (forced || passes.size > MOST_DENSE || cost > DENSE_WORK) {
    const { count, spectrum } = await probed(passes, options, terminal);
    return { risk, facts: null, spectrum, probesAsked: count };
  }
  const facts = await dense(passes, terminal);
  return { risk, facts, spectrum: facts && denseSpectrum(facts, bins), probesAsked: 0 };
}

/** Writes the answer and returns the exit code. Throws a UsageError or a TheoryError. */
export async function answerHessian(
  file: string | undefined,
  options: HessianOptions,
  terminal: Terminal,
): Promise<number> {
  const quiet = options.quiet ?? false;
  const problem = await problemOf(file, options, terminal);
  const found = problem && (await spectrumOf(problem, options, terminal));
  if (!problem || !found?.spectrum) {
    if (!quiet) terminal.warn("stopped: nothing is finished\n");
    return exitCodes.interrupted;
  }
  const { risk, facts, spectrum, probesAsked } = found;
  const plain: HessianOutput = {
    name: file === undefined ? "a random network" : file === "-" ? "standard input" : file,
    ...{ samples: problem.X.length, loss: problem.loss, activation: String(problem.activation) },
    ...{ risk, facts, spectrum, probesAsked, files: [] },
  };
  const output = options.svg === undefined ? plain : writePicture(plain, options.svg, options);
  terminal.write(options.json ? renderJson(hessianJson(output)) : hessianText(output, { quiet }));
  if (spectrum.probes === probesAsked) return exitCodes.fine;
  if (!quiet) terminal.warn(`stopped: ${spectrum.probes} of ${probesAsked} probes are finished\n`);
  return exitCodes.interrupted;
}
