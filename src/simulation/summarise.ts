/**
 * What a set of simulated networks says. Everything is a function of the set: samples are put in the order of their
 * indices first, so that shards, threads and resumed runs give the same bits.
 */
import { domainError } from "../numeric/domain.js";
import { type MeasuringWindow, measuringWindow } from "./measuringWindow.js";
import { mergeSamples } from "./mergeSamples.js";
import type { Network } from "./network.js";
import type { JacobianEstimate, Sample } from "./sample.js";
import { type LogGrowth, logGrowth } from "./statistics/logGrowth.js";
import { type MatrixMean, matrixMean } from "./statistics/matrixMean.js";
import { type ConfidenceOptions, type Measured, meanOf } from "./statistics/mean.js";

export interface SummaryOptions extends Partial<MeasuringWindow>, ConfidenceOptions {}

export interface Summary {
  /** All of them, those that broke down too. */
  readonly samples: number;
  /** Networks in which a batch became one point. Nothing below counts them, nor those that overflow. */
  readonly collapsed: number;
  /** Networks in which numbers overflow. */
  readonly overflowed: number;
  /** Layers between which growth is measured. */
  readonly window: MeasuringWindow;
  /** Of ||dLoss/dH_l||^2, per layer, downwards: above 0 where gradients explode. null where a gradient vanishes. */
  readonly growth: LogGrowth | null;
  /**
   * Of ||dLoss/dW_l||^2, per layer, downwards, between `from` and the last weight layer not above `to`; null where it
   * vanishes.
   */
  readonly weightGrowth: LogGrowth | null;
  /** Mean of ln ||dLoss/dH_l||^2, l = 1 .. L+1; null where a gradient vanishes, or no network is left. */
  readonly logGradient: readonly (Measured | null)[];
  /** Mean of ln ||dLoss/dW_l||^2, l = 1 .. L. */
  readonly logWeightGradient: readonly (Measured | null)[];
  /** Where every sample that did not break down holds it. */
  readonly covariance?: readonly MatrixMean[];
  readonly gradientCovariance?: readonly MatrixMean[];
  readonly jacobian?: Readonly<Record<keyof JacobianEstimate, readonly Measured[]>>;
}

/**
 * @throws TheoryError "domain" without samples, for two different samples of one index, for samples of another depth,
 * or a window outside the network.
 */
export function summarise(network: Network, samples: readonly Sample[], options: SummaryOptions = {}): Summary {
  const { depth } = network;
  const list = mergeSamples(samples);
  if (list.length === 0) throw domainError("samples", 0, "at least one sample", "Simulate some networks.");
  for (const { logGradient, logWeightGradient } of list) {
    if (logGradient.length !== depth + 1 || logWeightGradient.length !== depth) {
      throw domainError(
        "samples",
        logGradient.length - 1,
        `samples of depth ${depth}`,
        "Give the network they come from.",
      );
    }
  }
  const window = measuringWindow(depth, options);
  const whole = list.filter(({ collapsed, overflowed }) => collapsed === undefined && overflowed === undefined);
  const gradients = whole.map(({ logGradient }) => logGradient);
  const weights = whole.map(({ logWeightGradient }) => logWeightGradient);
  const last = Math.min(window.to, depth);
  return Object.freeze({
    samples: list.length,
    collapsed: list.filter(({ collapsed }) => collapsed !== undefined).length,
    overflowed: list.filter(({ overflowed }) => overflowed !== undefined).length,
    window,
    growth: logGrowth(gradients, window, options),
    weightGrowth: last > window.from ? logGrowth(weights, { from: window.from, to: last }, options) : null,
    logGradient: layerMeans(gradients, depth + 1, options),
    logWeightGradient: layerMeans(weights, depth, options),
    ...matrices(whole, "covariance"),
    ...matrices(whole, "gradientCovariance"),
    ...jacobian(whole, options),
  });
}

function layerMeans(
  lists: readonly (readonly number[])[],
  layers: number,
  options: ConfidenceOptions,
): (Measured | null)[] {
  return Array.from({ length: layers }, (_, layer) => {
    const values = lists.map((list) => list[layer]!);
    return values.length > 0 && values.every(Number.isFinite) ? meanOf(values, options) : null;
  });
}

function matrices(samples: readonly Sample[], field: "covariance" | "gradientCovariance") {
  const lists = samples.map((sample) => sample[field]).filter((list) => list !== undefined);
  if (lists.length === 0 || lists.length < samples.length) return {};
  return { [field]: lists[0]!.map((_, layer) => matrixMean(lists.map((list) => list[layer]!))) };
}

function jacobian(samples: readonly Sample[], options: ConfidenceOptions) {
  const estimates = samples.map((sample) => sample.jacobian).filter((estimate) => estimate !== undefined);
  if (estimates.length === 0 || estimates.length < samples.length) return {};
  const means = (space: keyof JacobianEstimate) =>
    estimates[0]![space].map((_, layer) =>
      meanOf(
        estimates.map((estimate) => estimate[space][layer]!),
        options,
      ),
    );
  return { jacobian: { G: means("G"), L: means("L"), M: means("M") } };
}
