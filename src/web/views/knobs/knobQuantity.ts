import type { Estimate } from "../../../numeric/estimate.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";

/** What the picture shows. */
export const knobQuantities = ["trainable-depth", "rate", "forward"] as const;
export type KnobQuantity = (typeof knobQuantities)[number];

export const knobQuantityWords: Readonly<Record<KnobQuantity, string>> = {
  "trainable-depth": "trainable depth, 16/ln(rate), layers",
  rate: "rate: growth of the squared gradient a layer",
  forward: "largest forward eigenvalue (above 1, BSB1 is unstable)",
};

/** Deeper than this is drawn as this: ln(rate) goes to 0 where gradients stop to explode. */
export const DEEPEST = 10_000;
const DEPTH_SCALES = 16;

export function knobEstimate(result: RateResult, quantity: KnobQuantity): Pick<Estimate, "value" | "error"> {
  const { rate, depthScale, trainableDepth, stability } = result;
  if (quantity === "rate") return rate;
  if (quantity === "forward") return stability.forwardMax;
  return { value: trainableDepth, error: DEPTH_SCALES * depthScale.error };
}

/** Gradients that do not grow set no depth. */
export const shrinks = ({ rate }: RateResult): boolean => rate.value <= 1 && rate.error < Infinity;

/** What has a place on a scale; null for what is infinite, unknown, or a depth where gradients do not grow. */
export function knobHeight(result: RateResult, quantity: KnobQuantity): number | null {
  const { value, error } = knobEstimate(result, quantity);
  if (!Number.isFinite(value) || error === Infinity) return null;
  if (quantity !== "trainable-depth") return value;
  return shrinks(result) || !(value > 0) ? null : Math.min(DEEPEST, value);
}
