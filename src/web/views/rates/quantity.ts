import type { Estimate } from "../../../numeric/estimate.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";

/** What the curves show. */
export const quantities = ["rate", "depth-scale", "trainable-depth"] as const;
export type Quantity = (typeof quantities)[number];

export const quantityWords: Readonly<Record<Quantity, string>> = {
  rate: "rate: growth of the squared gradient a layer",
  "depth-scale": "depth scale, layers",
  "trainable-depth": "trainable depth, layers",
};

type Estimated = Pick<RateResult, "rate" | "depthScale" | "trainableDepth">;

/** The paper's trainable depth is 16 depth scales. */
const DEPTH_SCALES = 16;

export function estimateOf(
  { rate, depthScale, trainableDepth }: Estimated,
  quantity: Quantity,
): Pick<Estimate, "value" | "error"> {
  if (quantity === "rate") return rate;
  if (quantity === "depth-scale") return depthScale;
  return { value: trainableDepth, error: DEPTH_SCALES * depthScale.error };
}

/** The height in the picture; null where there is none: an infinite or unknown rate, and depths where gradients do not grow. */
export function heightOf(result: Estimated, quantity: Quantity): number | null {
  const { value, error } = estimateOf(result, quantity);
  const shown = Number.isFinite(value) && value > 0 && error < Infinity;
  return shown ? value : null;
}
