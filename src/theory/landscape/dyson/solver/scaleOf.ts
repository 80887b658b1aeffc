import type { DysonEquation } from "../dysonEquation.js";

/** An energy: the larger of ||S||^{1/2} and half the spread of A; ||A|| where both are 0, and 1 where that is 0 too. */
export function scaleOf({ selfEnergy, meanRange: [low, high] }: DysonEquation): number {
  return Math.max(Math.sqrt(selfEnergy.norm), high / 2 - low / 2) || Math.abs(low) || 1;
}
