/** What a run of simulated networks says while it goes on: the statistics of `summarise`, sample by sample, in memory that does not grow. */
import { measuringWindow } from "../measuringWindow.js";
import type { Sample } from "../sample.js";
import { type LogGrowth, perStep } from "../statistics/logGrowth.js";
import type { MeasuredLogMean } from "../statistics/logMean.js";
import type { ConfidenceOptions, Measured } from "../statistics/mean.js";
import type { Summary } from "../summarise.js";
import { addLogarithms, emptyLogMeans, logMeanAt, type RunningLogMeans } from "./runningLogMeans.js";
import { addNumbers, emptyMeans, meanAt, type RunningMeans } from "./runningMeans.js";

/** Plain data, which travels between threads. Not frozen: `addSample` changes it. */
export interface RunningSummary {
  readonly depth: number;
  samples: number;
  collapsed: number;
  overflowed: number;
  /** ln ||dLoss/dH_l||^2, l = 1 .. L+1. */
  readonly logGradient: RunningMeans;
  /** ln ||dLoss/dW_l||^2, l = 1 .. L. */
  readonly logWeightGradient: RunningMeans;
  /** ln(||dLoss/dH_l||^2 / ||dLoss/dH_to||^2), `to` the end of the measuring window. */
  readonly profile: RunningMeans;
  readonly profileLog: RunningLogMeans;
  /** One number: ln of the weight gradients' ratio over the window. */
  readonly weight: RunningMeans;
  readonly weightLog: RunningLogMeans;
}

/** Of a layer's gradient over that at the end of the measuring window. */
export interface LayerProfile {
  /** E ln. */
  readonly meanLog: Measured;
  /** ln E. */
  readonly logMean: MeasuredLogMean;
  /** Standard deviation of ln over the networks; Infinity for one. */
  readonly deviation: number;
}

/** @throws TheoryError "domain" for a depth without a measuring window. */
export function emptySummary(depth: number): RunningSummary {
  measuringWindow(depth);
  return {
    ...{ depth, samples: 0, collapsed: 0, overflowed: 0 },
    ...{ logGradient: emptyMeans(depth + 1), logWeightGradient: emptyMeans(depth) },
    ...{ profile: emptyMeans(depth + 1), profileLog: emptyLogMeans(depth + 1) },
    ...{ weight: emptyMeans(1), weightLog: emptyLogMeans(1) },
  };
}

/** Samples come in the order of their indices: the same samples give the same bits, wherever the run was interrupted. */
export function addSample(running: RunningSummary, sample: Sample): void {
  const { depth, logGradient, logWeightGradient, profile, profileLog, weight, weightLog } = running;
  running.samples += 1;
  if (sample.collapsed !== undefined) running.collapsed += 1;
  else if (sample.overflowed !== undefined) running.overflowed += 1;
  else {
    const { from, to } = measuringWindow(depth);
    addNumbers(logGradient, sample.logGradient);
    addNumbers(logWeightGradient, sample.logWeightGradient);
    const ratios = sample.logGradient.map((log) => log - sample.logGradient[to - 1]!);
    addNumbers(profile, ratios);
    addLogarithms(profileLog, ratios);
    const logs = sample.logWeightGradient;
    const ratio = [logs[from - 1]! - logs[Math.min(to, depth) - 1]!];
    addNumbers(weight, ratio);
    addLogarithms(weightLog, ratio);
  }
}

function growthOf(
  means: RunningMeans,
  logMeans: RunningLogMeans,
  [k, steps]: readonly [number, number],
  options: ConfidenceOptions,
): LogGrowth | null {
  const [meanLog, logMean] = [meanAt(means, k, options), logMeanAt(logMeans, k, options)];
  if (meanLog === null || logMean === null || steps < 1) return null;
  return Object.freeze({ meanLog: perStep(meanLog, steps), logMean: perStep(logMean, steps) });
}

/** As `summarise` says it, with the default window; the standard errors of log E are the delta method's. */
export function summaryOf(running: RunningSummary, options: ConfidenceOptions = {}): Summary {
  const { depth, samples, collapsed, overflowed, logGradient, logWeightGradient } = running;
  const window = measuringWindow(depth);
  const last = Math.min(window.to, depth);
  const layers = (means: RunningMeans) => Array.from(means.mean, (_, k) => meanAt(means, k, options));
  const gradientAt = [window.from - 1, window.to - window.from] as const;
  return Object.freeze({
    ...{ samples, collapsed, overflowed, window },
    growth: growthOf(running.profile, running.profileLog, gradientAt, options),
    weightGrowth: growthOf(running.weight, running.weightLog, [0, last - window.from], options),
    logGradient: layers(logGradient),
    logWeightGradient: layers(logWeightGradient),
  });
}

/** l = 1 .. L+1 at index l-1; null where a gradient vanishes in some network, or no network is left. */
export function profileOf(
  { profile, profileLog }: RunningSummary,
  options: ConfidenceOptions = {},
): readonly (LayerProfile | null)[] {
  return Array.from(profile.mean, (_, k) => {
    const [meanLog, logMean] = [meanAt(profile, k, options), logMeanAt(profileLog, k, options)];
    if (meanLog === null || logMean === null) return null;
    return { meanLog, logMean, deviation: meanLog.standardError * Math.sqrt(meanLog.samples) };
  });
}
