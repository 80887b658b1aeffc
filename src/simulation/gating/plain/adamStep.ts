import type { GatedSettings } from "../settings.js";
import { correctedRates } from "../trainer.js";

/** What Adam remembers of an array of weights: running means of the gradient and of its square. */
export interface Moments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** Step t = 1, 2, ... (Kingma and Ba 2015, algorithm 1); `weights` and `moments` change. */
export function adamStep(
  adam: Required<GatedSettings["adam"]>,
  t: number,
  weights: Float64Array,
  gradient: Float64Array,
  { first, second }: Moments,
): void {
  const { beta1, beta2, epsilon } = adam;
  const { rate, root } = correctedRates(adam, t);
  for (const [i, g] of gradient.entries()) {
    first[i] = beta1 * first[i]! + (1 - beta1) * g;
    second[i] = beta2 * second[i]! + (1 - beta2) * g * g;
    weights[i]! -= (rate * first[i]!) / (Math.sqrt(second[i]!) * root + epsilon);
  }
}
