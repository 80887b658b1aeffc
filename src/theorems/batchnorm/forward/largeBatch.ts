import { type Homogeneous, kernelSlope, kernelValue } from "../ways/homogeneous.js";
import { largeBatchLimit } from "../ways/largeBatchLimit.js";

/** lim B (f(B) - limit). */
export const firstOrder = (f: (B: number) => number, limit: number, B: number): number =>
  largeBatchLimit((batch) => batch * (f(batch) - limit), B);

/** R0 = J_phi'(0)/(J_phi(1) - J_phi(0)) and J_phi''(0)/(J_phi(1) - J_phi(0)), J'' by the kernel's equation J''(0) = alpha^2 J(0). */
export function atZero(phi: Homogeneous): { readonly slope: number; readonly curvature: number } {
  const gap = kernelValue(phi, 1) - kernelValue(phi, 0);
  return { slope: kernelSlope(phi, 0) / gap, curvature: (phi.alpha ** 2 * kernelValue(phi, 0)) / gap };
}
