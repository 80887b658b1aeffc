import type { Experiment } from "../../../simulation/experiment.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { elementwiseOf } from "../../../symbolic/activation/program.js";

/** Layers after which the networks observed here have reached their fixed point: the contraction a layer is below 0.75. */
const DEPTH = 30;

/** The mean of the diagonal, or of the rest, of X^T X/N in the last layer. */
export const lateCovariance = (activation: Activation, batch: number, part: "diagonal" | "rest"): Experiment => ({
  network: (width) => ({ activation: elementwiseOf(activation), batch, width, depth: DEPTH }),
  observe({ covariance }) {
    const last = covariance!.at(-1)!;
    let [diagonal, all] = [0, 0];
    last.forEach((entry, i) => {
      all += entry;
      if (i % (batch + 1) === 0) diagonal += entry;
    });
    return part === "diagonal" ? diagonal / batch : (all - diagonal) / (batch * (batch - 1));
  },
  record: { covariance: true },
  average: "mean",
});
