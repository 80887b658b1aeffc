/**
 * Random networks, one after the other, and what they say so far. One worker: network i is a pure function of the seed and
 * i, and statistics that take the networks in their order are the same bits wherever a run was paused. More workers would
 * halve an error at four times the power, and the reader's machine has other things to do.
 */
import type { Backend } from "../../../simulation/kernels/kernels.js";
import { wasmBackend } from "../../../simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../../simulation/network.js";
import {
  addSample,
  emptySummary,
  type LayerProfile,
  profileOf,
  type RunningSummary,
  summaryOf,
} from "../../../simulation/running/runningSummary.js";
import { exactSampler } from "../../../simulation/sampler/exact.js";
import type { Summary } from "../../../simulation/summarise.js";
import { activation } from "../../../symbolic/activation/create.js";
import { elementwiseOf } from "../../../symbolic/activation/program.js";
import { compareGrowth } from "../../../verification/simulation/compareSimulation.js";
import type { Comparison } from "../../../verification/simulation/comparison.js";
import { theoryOf } from "../../../verification/simulation/theoryOf.js";
import type { TaskContext } from "../../engine/task.js";
import type { BackendName } from "./backends.js";
import type { SimulatedSetting } from "./setting.js";

export interface SimulateQuestion {
  readonly network: SimulatedSetting;
  readonly seed: number;
  readonly backend: BackendName;
  /** Networks to draw in all; null: until stopped. */
  readonly goal: number | null;
  /** Where an earlier run of the same question stopped; null: at the beginning. */
  readonly from: RunningSummary | null;
}

/** What the networks say so far. */
export interface Simulated {
  /** Continues the run. */
  readonly running: RunningSummary;
  readonly summary: Summary;
  readonly profile: readonly (LayerProfile | null)[];
  readonly comparisons: readonly Comparison[];
  /** Of the backend that computes. */
  readonly backend: string;
  /** Of this stretch of the run, since its first network; null before there is any. */
  readonly millisecondsPerSample: number | null;
}

/** Indices of a run end here. */
const MOST = 2 ** 32;
/** A stop comes in, and a piece goes out, at least so often, as far as a network allows. Milliseconds. */
const PAUSE = 40;
const SHOW = 200;
/** Making a piece takes at most this part of the time. */
const SHARE = 0.1;

/** Loaded where it is asked for: it is as large as everything else. */
const openBackend = async (name: BackendName): Promise<Backend> =>
  name === "wasm" ? wasmBackend : (await import("./webgpuBackend.js")).openWebgpuBackend();

/** @throws TheoryError where theory or simulation cannot take the network; Error without WebGPU. */
export async function simulateTask(
  { network: { activation: text, ...rest }, seed, backend: name, goal, from }: SimulateQuestion,
  { show, pause }: TaskContext<Simulated>,
): Promise<Simulated> {
  const phi = activation(text);
  const network = validNetwork({ ...rest, activation: elementwiseOf(phi) });
  const theory = theoryOf(phi, network);
  const running = from ?? emptySummary(network.depth);
  const backend = await openBackend(name);
  const sampler = await exactSampler(network, backend);
  const begun = performance.now();
  const first = running.samples;
  const soFar = (): Simulated => {
    const summary = summaryOf(running);
    const drawn = running.samples - first;
    return {
      ...{ running, summary, profile: profileOf(running), comparisons: compareGrowth(network, summary, theory) },
      ...{ backend: backend.name, millisecondsPerSample: drawn === 0 ? null : (performance.now() - begun) / drawn },
    };
  };
  try {
    let [paused, shown, gap] = [begun, begun - SHOW, SHOW];
    while (running.samples < Math.min(goal ?? MOST, MOST)) {
      addSample(running, await sampler.sample(seed, running.samples));
      const now = performance.now();
      if (now - shown >= gap) {
        await show(soFar());
        shown = performance.now();
        gap = Math.max(SHOW, (shown - now) / SHARE);
        paused = shown;
      } else if (now - paused >= PAUSE) {
        await pause();
        paused = performance.now();
      }
    }
    return soFar();
  } finally {
    sampler.close();
  }
}
