import type { VectorAngle } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import { arccosineKernel } from "../../../numeric/special/arccosineKernel.js";
import { sineGap } from "./sineGap.js";

/**
 * E[relu(u.x) relu(v.x)] = [sin t + (pi - t) cos t] / (2 pi) of unit u, v at the angle t, x ~ N(0, I): half the arc-cosine kernel of
 * degree 1 at cos t.
 *
 * In [0, 1/2]. Near pi the cosine has lost digits of the angle; below cos t = 1/4 the value is taken, with e = pi - t, as
 * [e (1 - cos e) - (e - sin e)] / (2 pi) ~ e^3 / (6 pi): nothing cancels below a third. Relative accuracy 7e-16 given the
 * angle (worst of 2000, to 1e-6 of pi, against 40 digits).
 */
export function reluKernel({ cosine, supplement }: Pick<VectorAngle, "cosine" | "supplement">): number {
  if (cosine > 0.25) return arccosineKernel(1, Math.min(1, cosine)).value / 2;
  return (2 * supplement * Math.sin(supplement / 2) ** 2 - sineGap(supplement)) / (2 * Math.PI);
}
