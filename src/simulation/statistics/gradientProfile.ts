import type { Sample } from "../sample.js";
import { type ConfidenceOptions, type Measured, meanOf } from "./mean.js";

/**
 * Mean of ln(||dLoss/dH_l||^2 / ||dLoss/dH_to||^2), l = 1 .. L+1 at index l-1: the ratio of one network, so that what all layers of a network share is not
 * in the error. null where a gradient vanishes in some network; networks that broke down are left out.
 */
export function gradientProfile(
  samples: readonly Sample[],
  to: number,
  options: ConfidenceOptions = {},
): readonly (Measured | null)[] {
  const whole = samples
    .filter(({ collapsed, overflowed }) => collapsed === undefined && overflowed === undefined)
    .sort((a, b) => a.index - b.index);
  const layers = samples[0]?.logGradient.length ?? 0;
  return Array.from({ length: layers }, (_, layer) => {
    const ratios = whole.map(({ logGradient }) => logGradient[layer]! - logGradient[to - 1]!);
    return ratios.length > 0 && ratios.every(Number.isFinite) ? meanOf(ratios, options) : null;
  });
}
