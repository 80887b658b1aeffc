import type { Estimate } from "../../../numeric/estimate.js";
import { type BatchNorm, batchNorm } from "../batchNorm.js";
import type { Verdict } from "../stability.js";

export interface RateCurve {
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
  /** By ascending batch size, 4 to 1e6. */
  readonly points: readonly { readonly batch: number; readonly rate: Estimate; readonly verdict: Verdict }[];
  /** The rate of infinite batches. */
  readonly limit: Estimate;
}

export type CurveSetting = Pick<BatchNorm, "activation" | "epsilon" | "gamma" | "beta" | "weightVariance">;

const [LEAST, MOST] = [4, 1e6];

/** How far apart the batch sizes of a curve are: with epsilon a rate may take a second. */
const COUNT = { plain: 48, epsilon: 20 };

/** Batch sizes from 4 to 1e6, at equal ratios but for rounding. */
export function curveBatches(count: number): readonly number[] {
  const ratio = MOST / LEAST;
  return [...new Set(Array.from({ length: count }, (_, k) => Math.round(LEAST * ratio ** (k / (count - 1)))))];
}

/** The rate against the batch size. Yields after each rate, so that a caller may stop or show progress. */
export function* followRateCurve(setting: CurveSetting): Generator<void, RateCurve, void> {
  const { activation, epsilon, gamma, beta, weightVariance } = setting;
  const at = (batch: number) => batchNorm({ activation, batch, epsilon, gamma, beta, weightVariance });
  const points: RateCurve["points"][number][] = [];
  for (const batch of curveBatches(epsilon > 0 ? COUNT.epsilon : COUNT.plain)) {
    const { rate, stability } = at(batch);
    points.push({ batch, rate, verdict: stability.verdict });
    yield;
  }
  return { epsilon, gamma, beta, weightVariance, points, limit: at(Infinity).rate };
}
