import type { ReportData, SimulatedNetworks } from "../../render/htmlReport/reportData.js";
import { networkText } from "../../render/htmlReport/settings.js";
import { type Network, validNetwork } from "../../simulation/network.js";
import { gradientProfile } from "../../simulation/statistics/gradientProfile.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { elementwiseOf } from "../../symbolic/activation/program.js";
import type { BatchNorm } from "../../theory/batchnorm/batchNorm.js";
import { compareSimulation } from "../../verification/simulation/compareSimulation.js";
import { theoryOf } from "../../verification/simulation/theoryOf.js";
import { indicesOf, networkOf, seedOf, threadsOf, widthsOf } from "../simulation/readOptions.js";
import type { SimulateOptions } from "../simulation/simulateOptions.js";
import { simulateWidth } from "../simulation/simulateWidth.js";
import type { Terminal } from "../terminal.js";
import { badValue } from "../usageError.js";
import type { ReportOptions } from "./reportOptions.js";

/** Batches up to this share of the width. For tanh at batch 64, finite width moves ln(rate) by 5 % at width 300, 2 % at 600, 1 % at 1200. */
const SHARE = 8;

interface Planned {
  readonly of: BatchNorm;
  readonly network: Network;
  readonly options: SimulateOptions;
}

/** What is to be simulated, and in sentences what is not; everything checked, nothing drawn. */
export interface Plan {
  readonly seed: number;
  readonly width: number;
  readonly depth: number;
  readonly samples: number;
  readonly planned: readonly Planned[];
  readonly left: readonly string[];
}

/** Why networks of this batch size are not simulated, or null. */
function reasonOf(batch: number, width: number): string | null {
  if (batch === Infinity) return "an infinite batch cannot be drawn";
  if (batch < 4) return "for batches of 2 and 3 there is no finite rate to compare";
  if (batch * SHARE <= width) return null;
  return `batches up to an eighth of the width ${width} are simulated, since beyond it finite width is far from the theory; --width ${batch * SHARE} includes it`;
}

const hasRate = ({ rate: { value, error } }: BatchNorm): boolean => value > 0 && value < Infinity && error < Infinity;

function simulateOptions({ width, depth, samples, seed, threads }: ReportOptions, of: BatchNorm): SimulateOptions {
  const { batch, epsilon, gamma, beta, weightVariance } = of;
  return {
    ...{ width, depth, samples, seed, batch: String(batch), batches: "1" },
    ...{ epsilon: String(epsilon), gamma: String(gamma), beta: String(beta), weightVariance: String(weightVariance) },
    ...{ sampler: "exact", backend: "wasm", shard: "1/1" },
    ...(threads === undefined ? {} : { threads }),
  };
}

/** Throws a UsageError or a TheoryError for bad options. */
export function planSimulation(
  activation: Activation,
  networks: readonly BatchNorm[],
  options: ReportOptions,
  cores: number,
): Plan {
  const elementwise = elementwiseOf(activation);
  const first = simulateOptions(options, networks[0]!);
  const widths = widthsOf(first);
  if (widths.length > 1) {
    throw badValue("--width", options.width, "one width", "theoria simulate extrapolates over several.");
  }
  const width = widths[0]!;
  const samples = indicesOf(first).length;
  threadsOf(first, cores);
  // depth and width are wrong or right whatever the batch
  const { depth } = validNetwork({ ...networkOf(first, elementwise, width), batch: 4 });
  const planned: Planned[] = [];
  const left: string[] = [];
  for (const of of networks) {
    const reason = reasonOf(of.batch, width);
    if (reason !== null) {
      left.push(`Not simulated: ${networkText(of)}; ${reason}.`);
      continue;
    }
    const own = simulateOptions(options, of);
    planned.push({ of, network: validNetwork(networkOf(own, elementwise, width)), options: own });
  }
  return { seed: seedOf(first), width, depth, samples, planned, left };
}

export interface Simulated {
  readonly simulation: NonNullable<ReportData["simulation"]>;
  readonly drawn: number;
  /** False where the user stopped it. */
  readonly complete: boolean;
}

/** Draws the planned networks one setting after the other; after an interruption, what was drawn until then. */
export async function simulateNetworks(plan: Plan, terminal: Terminal): Promise<Simulated> {
  const { seed, width, depth, samples: asked } = plan;
  // after an interruption not even a rate is computed
  const stopped = terminal.interrupted();
  const wanted = stopped ? [] : plan.planned.filter(({ of }) => hasRate(of));
  const without = stopped ? [] : plan.planned.filter(({ of }) => !hasRate(of));
  const runs: SimulatedNetworks[] = [];
  for (const { of, network, options } of wanted) {
    const { samples } = await simulateWidth(network, 0, options, terminal);
    if (samples.length > 0) {
      const compared = compareSimulation(network, samples, theoryOf(of.activation, network));
      const { activation: _, input, topGradient, ...plain } = network;
      const profile = gradientProfile(samples, compared.summary.window.to);
      runs.push({ ...compared, network: plain, backend: options.backend, profile, asked });
    }
    if (terminal.interrupted()) break;
  }
  const drawn = runs.reduce((sum, { summary }) => sum + summary.samples, 0);
  const left = [
    ...plan.left,
    ...without.map(({ of }) => `Not simulated: ${networkText(of)}; there is no finite rate to compare.`),
  ];
  const complete = !stopped && drawn === wanted.length * asked;
  return { simulation: { seed, width, depth, samples: asked, runs, left }, drawn, complete };
}
