import type { Estimate } from "../../numeric/estimate.js";
import type { Measured } from "../../simulation/statistics/mean.js";

/** A simulated number beside the predicted one. */
export interface Comparison {
  readonly quantity: string;
  /** null where there is no theory. */
  readonly theory: Estimate | null;
  readonly simulation: Measured;
  /** (simulation - theory) in standard errors; null without a theory or a standard error. */
  readonly z: number | null;
}

export function comparison(quantity: string, theory: Estimate | null, simulation: Measured): Comparison {
  const known = theory !== null && Number.isFinite(theory.value) && theory.error < Infinity;
  const spread = known ? Math.hypot(simulation.standardError, theory.error) : Number.NaN;
  // a spread of roundings is no statistic
  const scale = known ? Math.max(1, Math.abs(theory!.value)) : 1;
  const z = spread > 1e-13 * scale && spread < Infinity ? (simulation.value - theory!.value) / spread : null;
  return { quantity, theory, simulation, z };
}
