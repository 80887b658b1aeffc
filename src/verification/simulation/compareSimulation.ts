/** Simulated networks beside what theory says of them. Finite width is not in the theory: deviations of order 1/N are the networks' own. */
import type { Network } from "../../simulation/network.js";
import type { Sample } from "../../simulation/sample.js";
import { type Summary, summarise } from "../../simulation/summarise.js";
import { batchComparisons } from "./batchComparisons.js";
import { type Comparison, comparison } from "./comparison.js";
import type { Theory } from "./theoryOf.js";

export interface ComparedRun {
  readonly summary: Summary;
  readonly comparisons: readonly Comparison[];
}

/** Growth over the measuring window, of gradients and of weight gradients. */
export function compareGrowth(
  { residual, depth }: Pick<Network, "residual" | "depth">,
  { growth, weightGrowth, window }: Summary,
  theory: Pick<Theory, "logGrowth">,
): readonly Comparison[] {
  const comparisons: Comparison[] = [];
  if (growth !== null) {
    const predicted = theory.logGrowth(window);
    comparisons.push(comparison("gradient growth, E log", predicted, growth.meanLog));
    comparisons.push(comparison("gradient growth, log E", predicted, growth.logMean));
  }
  if (weightGrowth !== null) {
    // in a residual network the activations' own growth is in it
    const predicted = residual ? null : theory.logGrowth({ from: window.from, to: Math.min(window.to, depth) });
    comparisons.push(comparison("weight-gradient growth, E log", predicted, weightGrowth.meanLog));
  }
  return comparisons;
}

/** What one run's samples say beside the theory. */
export function compareSimulation(network: Network, samples: readonly Sample[], theory: Theory): ComparedRun {
  const summary = summarise(network, samples);
  const growth = compareGrowth(network, summary, theory);
  return { summary, comparisons: [...growth, ...batchComparisons(network, samples, theory)] };
}
