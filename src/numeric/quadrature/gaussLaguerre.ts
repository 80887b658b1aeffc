import { assertAbove, assertInteger } from "../domain.js";
import { tridiagonalEigenvalues } from "../linearAlgebra/tridiagonalEigenvalues.js";
import { centrePass, centreRecurrence, edgePass, edgeRecurrence, refine } from "./orthonormalRecurrence.js";
import type { Rule } from "./rule.js";

/**
 * Gauss-Laguerre: weight x^alpha e^-x / Gamma(alpha+1) on [0, inf), total mass 1: the expectation over a
 * Gamma(alpha+1) variable; exact for degree <= 2n-1.
 *
 *   -x R_k = (k+alpha+1) (R_{k+1} - R_k) - k (R_k - R_{k-1}),  R_k = L_k / L_k(0)               (DLMF 18.9.1)
 *   a_k = 2k + alpha + 1,  b_k = sqrt(k (k+alpha))
 *
 * Ours: for alpha > 50 the matrix is taken about alpha+1 (diagonal 2k exactly), so weights keep full accuracy at
 * alpha = 1e8, where a node's own rounding, 1e-8, would otherwise show in them.
 *
 * Domain: n = 1 .. 4096, alpha > -1 finite. Weights below 1e-308 (n > 180) fade to subnormals and then 0.
 * @throws TheoryError "domain".
 */
export function gaussLaguerre(n: number, alpha = 0): Rule {
  assertInteger("n", n, 1, 4096);
  assertAbove("alpha", alpha, -1);
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n - 1);
  for (let k = 0; k < n; k++) {
    diagonal[k] = 2 * k;
    if (k > 0) off[k - 1] = Math.sqrt(k) * Math.sqrt(k + alpha);
  }
  const centre = centreRecurrence(diagonal, off);
  const edge = edgeRecurrence(
    n,
    (k) => k + alpha + 1,
    (k) => k,
  );
  const nodes = tridiagonalEigenvalues(diagonal, off);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const far = alpha > 50;
    const out = far
      ? refine((state) => centrePass(centre, state), nodes[i])
      : refine((state) => edgePass(edge, state), Math.max(nodes[i] + (alpha + 1), 2 ** -60));
    nodes[i] = far ? alpha + 1 + out.node : out.node;
    weights[i] = out.weight;
  }
  return { nodes, weights };
}
