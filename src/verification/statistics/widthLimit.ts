/**
 * The limit of infinite width from the widths N and 2N. With m(N) = m + a/N^k + b/N^2k,
 *
 *   x = (2^k m(2N) - m(N))/(2^k - 1) = m - b/(2^k N^2k),
 *
 * so that |x - m| within the errors is the same as: the deviation from m at 2N is 2^-k of that at N. Ours: the rest is taken as
 * b = a^2/m, the size it has where the deviation is a factor 1 + a/(m N^k) to first order, and at N at most half of a/N^k: where it
 * were more, there would be no expansion to speak of.
 */
import type { Average } from "./averageOf.js";

export interface WidthLimit {
  readonly value: number;
  readonly standardError: number;
  /** Independent networks that the less certain width rests on. */
  readonly networks: number;
  /** a/(2N)^k: what 2N networks deviate by. */
  readonly bias: number;
  /** Estimate of what the extrapolation leaves, to leading order. */
  readonly remainder: number;
}

export function widthLimit(narrow: Average, wide: Average, order: number): WidthLimit {
  const factor = 2 ** order;
  const value = (factor * wide.value - narrow.value) / (factor - 1);
  const bias = (narrow.value - wide.value) / (factor - 1);
  const remainder = bias === 0 ? 0 : (factor * bias ** 2) / Math.max(Math.abs(value), 2 * factor * Math.abs(bias));
  return {
    value,
    standardError: Math.hypot(factor * wide.standardError, narrow.standardError) / (factor - 1),
    networks: Math.min(narrow.networks, wide.networks),
    bias,
    remainder,
  };
}
