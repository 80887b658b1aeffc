import type { MeasuringWindow } from "../measuringWindow.js";
import { logMeanOf, type MeasuredLogMean } from "./logMean.js";
import { type ConfidenceOptions, type Measured, meanOf } from "./mean.js";

/** Growth of a squared norm s_l per layer downwards, from layer `to` to layer `from`, of n = to - from steps. */
export interface LogGrowth {
  /** E ln(s_from/s_to) / n: of a typical network. */
  readonly meanLog: Measured;
  /**
   * ln E(s_from/s_to) / n: of the mean square, which rare networks carry in deep and narrow networks. Both are ln(rate)
   * + O(1/N), and meanLog <= logMean. The ratio of one network, rather than a ratio of means, keeps what happens above
   * `to` out of the error.
   */
  readonly logMean: MeasuredLogMean;
}

/** From ln s_l, layer l at index l-1, one list a network; null without a network, or where an s_l at either end vanishes. */
export function logGrowth(
  logs: readonly (readonly number[])[],
  { from, to }: MeasuringWindow,
  options: ConfidenceOptions = {},
): LogGrowth | null {
  const ratios = logs.map((list) => list[from - 1]! - list[to - 1]!);
  if (ratios.length === 0 || !ratios.every(Number.isFinite)) return null;
  const steps = to - from;
  return Object.freeze({
    meanLog: perStep(meanOf(ratios, options), steps),
    logMean: perStep(logMeanOf(ratios, options), steps),
  });
}

/** A number of several steps, a step. */
export function perStep<T extends Measured>(total: T, steps: number): T {
  const [low, high] = total.interval;
  return Object.freeze({
    ...total,
    value: total.value / steps,
    standardError: total.standardError / steps,
    interval: Object.freeze([low / steps, high / steps] as const),
  });
}
