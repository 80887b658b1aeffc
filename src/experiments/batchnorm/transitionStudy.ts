/** ReLU to a power, at depth, on both sides of the degree at which the symmetric state loses its stability: Figures 1c and 1d look at the same networks. */
import { varianceOf } from "../../simulation/statistics/mean.js";
import { transition } from "../../theory/batchnorm/transition.js";
import type { Effort, Study, Variant } from "../experiment.js";
import { mean, rounded } from "../statistics.js";
import { drawNetworks } from "./drawNetworks.js";

export interface TransitionResult {
  /** X^T X / N of the last layer, B x B. */
  readonly covariance: readonly (readonly number[])[];
}

export const BATCH = 10;

const settings: Readonly<Record<Effort, { width: number; depth: number; degrees: readonly number[] }>> = {
  quick: { width: 500, depth: 100, degrees: [0.6, 0.8, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2] },
  full: { width: 1000, depth: 200, degrees: Array.from({ length: 31 }, (_, k) => Number((0.5 + 0.05 * k).toFixed(2))) },
};

export const transitionSettings = (effort: Effort) => settings[effort];

export const activationOf = (degree: number): string => `relu_power(${degree})`;

/** alpha_c: fwd_L = 1. */
export const criticalDegree = (): number => transition(BATCH).alpha!.value;

export const transitionVariants = (effort: Effort): readonly Variant[] =>
  settings[effort].degrees.map((degree) => ({ degree }));

export const transitionStudy: Study<TransitionResult> = {
  id: "batchnorm-transition",
  settings: (effort) => ({ batch: BATCH, width: settings[effort].width, depth: settings[effort].depth }),
  async run(job, context) {
    const { width, depth } = settings[context.effort];
    const point = { activation: activationOf(job.variant.degree!), batch: BATCH };
    const [sample] = await drawNetworks(point, { width, depth }, job, context, { recording: { covariance: true } });
    const last = sample!.covariance![depth]!;
    const covariance = Array.from({ length: BATCH }, (_, i) =>
      Array.from({ length: BATCH }, (_row, j) => rounded(last[i * BATCH + j]!, 5)),
    );
    return { covariance };
  },
};

/** Diagonal entries, and those above it. */
export const entriesOf = ({ covariance }: TransitionResult) => ({
  diagonal: covariance.map((row, i) => row[i]!),
  offDiagonal: covariance.flatMap((row, i) => row.slice(i + 1)),
});

export const spreadOf = (values: readonly number[]): number => varianceOf(values, mean(values));
