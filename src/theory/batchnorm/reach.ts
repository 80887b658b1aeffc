import type { Growth } from "../../symbolic/activation/activation.js";
import type { Problem } from "./problem.js";

// exp(-40) is 4e-18, below half an ulp of 1: what lies beyond changes no digit.
const LOG_NEGLIGIBLE = 40;
/** The Gaussian weight leaves the range of a double a little beyond |z| = 38. */
export const MAX_REACH = 38;

/** |z| beyond which growth^2 times the Gaussian weight is negligible. */
function growthReach(growth: Growth): number {
  switch (growth.kind) {
    case "bounded":
      return Math.sqrt(2 * LOG_NEGLIGIBLE);
    case "polynomial": {
      let z = Math.sqrt(2 * LOG_NEGLIGIBLE);
      for (let i = 0; i < 20; i++) z = Math.sqrt(2 * (LOG_NEGLIGIBLE + 2 * growth.degree * Math.log(Math.max(z, 1))));
      return z;
    }
    case "exponential":
      return 2 * growth.rate + Math.sqrt(4 * growth.rate * growth.rate + 2 * LOG_NEGLIGIBLE);
    case "gaussian":
      return Math.sqrt(LOG_NEGLIGIBLE / (0.5 - 2 * growth.coefficient));
  }
}

/**
 * How far out a line of quadrature nodes must go: as the growth of psi asks, and past every break, since an activation
 * such as relu(x - 8) lives only beyond it.
 */
export function reachOf({ psi }: Problem): number {
  let reach = growthReach(psi.facts.growth.value);
  for (const { at } of psi.facts.breakpoints) {
    if (Math.abs(at) < MAX_REACH) reach = Math.max(reach, Math.abs(at) + 6);
  }
  return Math.min(MAX_REACH, reach);
}
