import type { Report } from "../../render/report.js";
import { type SimulatedWidth, simulationReport } from "../../render/simulationReport.js";
import { type Network, validNetwork } from "../../simulation/network.js";
import type { Recording, Sample } from "../../simulation/sample.js";
import { exactSampler } from "../../simulation/sampler/exact.js";
import { naiveSampler } from "../../simulation/sampler/naive.js";
import { extrapolate } from "../../simulation/statistics/extrapolate.js";
import { activation as makeActivation } from "../../symbolic/activation/create.js";
import { elementwiseOf } from "../../symbolic/activation/program.js";
import { compareSimulation } from "../../verification/simulation/compareSimulation.js";
import { comparison } from "../../verification/simulation/comparison.js";
import { type Theory, theoryOf } from "../../verification/simulation/theoryOf.js";
import { drawSamples } from "../simulation/drawSamples.js";
import { loadBackend } from "../simulation/loadBackend.js";
import { indicesOf, networkOf, seedOf, threadsOf, widthsOf } from "../simulation/readOptions.js";
import { openRunFile, type RunIdentity } from "../simulation/runFile.js";
import type { SimulateOptions } from "../simulation/simulateOptions.js";
import type { Terminal } from "../terminal.js";
import { UsageError } from "../usageError.js";

export interface SimulationAnswer {
  readonly report: Report;
  /** Networks drawn or read, and asked for. */
  readonly finished: number;
  readonly asked: number;
}

interface Run {
  readonly samples: readonly Sample[];
  readonly millisecondsPerSample: number | null;
}

async function runOne(network: Network, k: number, options: SimulateOptions, terminal: Terminal): Promise<Run> {
  const engine = await loadBackend(options.backend);
  const recording: Recording = options.spectrum ? { covariance: true, jacobian: true } : {};
  const { sampler } = options;
  const identity: RunIdentity = { network, seed: seedOf(options), backend: engine.name, sampler, recording };
  const file = options.out === undefined ? null : openRunFile(options.out, identity, options.resume === true);
  const samples = [...(file?.samples ?? [])];
  const there = new Set(samples.map(({ index }) => index));
  const indices = indicesOf(options, k).filter((index) => !there.has(index));
  const start = terminal.now();
  try {
    await drawSamples(
      {
        ...identity,
        ...{ engine, indices, before: there.size, threads: threadsOf(options, terminal.cores) },
        open: sampler === "exact" ? exactSampler : naiveSampler,
        onSample: (sample) => {
          file?.append(sample);
          samples.push(sample);
        },
      },
      terminal,
    );
  } finally {
    file?.close();
  }
  const drawn = samples.length - there.size;
  const elapsed = terminal.now() - start;
  return { samples, millisecondsPerSample: drawn > 0 && elapsed > 0 ? elapsed / drawn : null };
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

function notesOf({ network }: Theory, { centred, residual }: Network, runs: readonly SimulatedWidth[]): string[] {
  const notes: string[] = [];
  if (runs.some(({ summary }) => summary.growth === null))
    notes.push("The gradient vanishes in some network: it has no growth.");
  if (!centred) notes.push("There is no theory here for batch norm that does not centre.");
  else if (network.stability.verdict === "unstable") {
    notes.push(
      "BSB1 is unstable here: networks leave it, so that the theory's numbers are not theirs. theoria dynamics says where they go.",
    );
  }
  if (residual) notes.push("Residual networks grow polynomially: the growth a layer is that of the layers measured.");
  return notes;
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
    const { samples, millisecondsPerSample } = await runOne(network, k, options, terminal);
    if (samples.length > 0) {
      const { width } = network;
      runs.push({
        width,
        backend: options.backend,
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
