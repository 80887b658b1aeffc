import type { DysonEquation } from "../dysonEquation.js";

/** An energy: the larger of ||S||^{1/2} and ||A||; 1 where both are 0. */
export function scaleOf({ selfEnergy, meanRange: [low, high] }: DysonEquation): number {
  return Math.max(Math.sqrt(selfEnergy.norm), Math.abs(low), Math.abs(high)) || 1;
}
