import type { Report } from "../../render/report.js";
import { type SimulatedWidth, simulationReport } from "../../render/simulationReport.js";
import { type Network, validNetwork } from "../../simulation/network.js";
import { extrapolate } from "../../simulation/statistics/extrapolate.js";
import { activation as makeActivation } from "../../symbolic/activation/create.js";
import { elementwiseOf } from "../../symbolic/activation/program.js";
import { compareSimulation } from "../../verification/simulation/compareSimulation.js";
import { comparison } from "../../verification/simulation/comparison.js";
import { type Theory, theoryOf } from "../../verification/simulation/theoryOf.js";
import { notesOf } from "../simulation/notes.js";
import { indicesOf, networkOf, seedOf, widthsOf } from "../simulation/readOptions.js";
import type { SimulateOptions } from "../simulation/simulateOptions.js";
import { simulateWidth } from "../simulation/simulateWidth.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";

export interface SimulationAnswer {
  readonly report: Report;
  /** Networks drawn or read, and asked for. */
  readonly finished: number;
  readonly asked: number;
}

function limitOf(runs: readonly SimulatedWidth[], theory: Theory) {
  const points = runs.flatMap(({ width, summary }) => {
    const growth = summary.growth?.meanLog;
    return growth === undefined || !(growth.standardError > 0 && growth.standardError < Infinity)
      ? []
      : [{ width, ...growth }];
  });
  if (points.length < 2) return null;
  const limit = extrapolate(points);
  const samples = points.reduce((sum, point) => sum + point.samples, 0);
  const predicted = theory.logGrowth(runs[0]!.summary.window);
  return { limit, comparison: comparison("gradient growth, E log", predicted, { ...limit, samples }) };
}

function titleOf(
  text: string,
  { batch, batches, depth, epsilon, gamma, beta, weightVariance, residual }: Network,
  seed: number,
) {
  const changed = Object.entries({ epsilon, gamma, beta, "weight variance": weightVariance })
    .filter(([name, value]) => value !== (name === "gamma" || name === "weight variance" ? 1 : 0))
    .map(([name, value]) => `, ${name} ${value}`);
  const several = batches > 1 ? `${batches} batches of ${batch}` : `batch ${batch}`;
  return `${text}, ${several}, depth ${depth}${residual ? ", residual" : ""}${changed.join("")}, seed ${seed}`;
}

/** Draws the networks that the options ask for and compares them with the theory. */
export async function answerSimulation(
  text: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<SimulationAnswer> {
  if (options.resume && options.out === undefined)
    throw new UsageError("--resume continues a file: name it with --out.");
  const activation = makeActivation(text);
  const elementwise = elementwiseOf(activation);
  const networks = widthsOf(options).map((width) => validNetwork(networkOf(options, elementwise, width)));
  const [first] = networks;
  const theory = theoryOf(activation, first!);
  const asked = networks.length * indicesOf(options).length;
  const runs: SimulatedWidth[] = [];
  for (const [k, network] of networks.entries()) {
    const { samples, millisecondsPerSample } = await simulateWidth(network, k, options, terminal);
    if (samples.length > 0) {
      const { width } = network;
      runs.push({
        width,
        backend: options.sampler === "naive" ? "naive" : options.backend,
        millisecondsPerSample,
        ...compareSimulation(network, samples, theory),
      });
    }
    if (terminal.interrupted()) break;
  }
  const finished = runs.reduce((sum, { summary }) => sum + summary.samples, 0);
  const report = simulationReport({
    title: titleOf(activation.text, first!, seedOf(options)),
    ...{ theory, runs, extrapolation: limitOf(runs, theory), notes: notesOf(theory, first!, runs) },
  });
  // a resumed file may hold more than was asked for
  return { report, finished: terminal.interrupted() ? finished : Math.max(finished, asked), asked };
}
