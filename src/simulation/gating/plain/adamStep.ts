import type { GatedSettings } from "../settings.js";
import { correctedRates } from "../trainer.js";

/** What Adam remembers of an array of weights: running means of the gradient and of its square. */
export interface Moments<Numbers extends Float32Array | Float64Array = Float64Array> {
  readonly first: Numbers;
  readonly second: Numbers;
}

/**
 * Step t = 1, 2, ... (Kingma and Ba 2015, algorithm 1); `weights` and `moments` change. False where a second moment is no longer
 * finite: its weight would never move again.
 */
export function adamStep<Numbers extends Float32Array | Float64Array>(
  adam: Required<GatedSettings["adam"]>,
  t: number,
  weights: Numbers,
  gradient: Numbers,
  { first, second }: Moments<Numbers>,
): boolean {
  const { beta1, beta2, epsilon } = adam;
  const { rate, root } = correctedRates(adam, t);
  let bounded = true;
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i]!;
    first[i] = beta1 * first[i]! + (1 - beta1) * g;
    second[i] = beta2 * second[i]! + (1 - beta2) * g * g;
    bounded &&= second[i]! < Number.POSITIVE_INFINITY;
    weights[i]! -= (rate * first[i]!) / (Math.sqrt(second[i]!) * root + epsilon);
  }
  return bounded;
}
