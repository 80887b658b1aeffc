/**
 * Dense second opinion on the spectra at the BSB1 fixed point, for B = 4..6 and eps = 0.
 *
 * Everything is integrated over the unit sphere of the hyperplane sum(x) = 0 with the whole vector phi(sqrt(B) x), no
 * symmetry of the operators used: with n = B - 1, y = sqrt(mu) r x, r^2 ~ chi^2_n,
 *
 *   forward   Delta -> G dV[Delta] G = (n / 2 mu) E[(G phi)(G phi)^T (x^T Delta x - tr(G Delta)/n)]
 *   backward  Pi -> E[J^T Pi J],  J = sqrt(B/mu)/r diag(phi') (G - x x^T),  E r^-2 = 1/(n - 2)
 *
 * as B^2 x B^2 matrices acting on row-major vec. Nothing here knows the eigenvalue formulas.
 */
import { sumSignCells } from "./signCells.js";
import { type DenseActivation, type DenseOperators, SphereSums } from "./sphereSums.js";
import { visitAngles } from "./visitAngles.js";

export interface DenseOptions {
  /**
   * `cells`: the sphere cut by the walls x_i = 0, exponential for phi smooth or kinked at 0 only (the default there).
   * `angles`: one product rule in hyperspherical angles, no cut: a second opinion for smooth phi, and all there is for
   * kinks elsewhere, which it does not split.
   */
  readonly rule?: "cells" | "angles";
  /** Gauss-Legendre nodes in each direction. Default: by batch size and rule. */
  readonly nodes?: number;
}

const CELL_NODES: Readonly<Record<number, number>> = { 4: 30, 5: 20, 6: 16 };
const ANGLE_NODES: Readonly<Record<number, number>> = { 4: 40, 5: 32, 6: 20 };
const OFF_NODES: Readonly<Record<number, number>> = { 4: 400, 5: 48, 6: 20 };

/**
 * The two operators. Measured against two-sample integrals, default nodes, worst over q, c, mu and all eigenvalues:
 * 4e-11 (x + x^3, B = 6; 2e-14 at B = 4 and 5) over tanh, gelu, x + x^3, relu, leaky relu, abs and elu. Kinks elsewhere
 * are not split: 1.3e-4 for hardtanh at B = 4. Up to 2 s at B = 6, 0.1 s at B = 5.
 */
export function denseOperators(activation: DenseActivation, batch: number, options: DenseOptions = {}): DenseOperators {
  if (![4, 5, 6].includes(batch)) throw new RangeError(`denseOperators: batch ${batch}, want 4, 5 or 6`);
  const off = (activation.kinks ?? []).some((kink) => kink !== 0);
  const rule = options.rule ?? (off ? "angles" : "cells");
  if (rule === "cells") return sumSignCells(activation, batch, options.nodes ?? CELL_NODES[batch]!).finish();
  const sums = new SphereSums(activation, batch);
  visitAngles(batch, options.nodes ?? (off ? OFF_NODES : ANGLE_NODES)[batch]!, sums.add);
  return sums.finish();
}
