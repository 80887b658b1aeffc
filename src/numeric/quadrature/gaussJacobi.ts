import { assertAbove, assertInteger } from "../domain.js";
import { tridiagonalEigenvalues } from "../linearAlgebra/tridiagonalEigenvalues.js";
import { gaussGegenbauer } from "./gaussGegenbauer.js";
import { centrePass, centreRecurrence, edgePass, edgeRecurrence, refine } from "./orthonormalRecurrence.js";
import type { Rule } from "./rule.js";

/** Above this exponent an end carries no mass worth a relative distance, and the centre form is the more accurate. */
const EDGE_EXPONENT = 50;

/**
 * Gauss-Jacobi: weight (1-x)^alpha (1+x)^beta on [-1, 1] *normalised to total mass 1*; exact for degree <= 2n-1.
 *
 *   R_k = P_k / P_k(1):  (x-1) R_k = up_k (R_{k+1} - R_k) - down_k (R_k - R_{k-1}),          s = alpha + beta,
 *   up_k = 2 (k+s+1)(k+alpha+1) / ((2k+s+1)(2k+s+2)),   down_k = 2k (k+beta) / ((2k+s)(2k+s+1))      (DLMF 18.9.2)
 *
 * Ours: the Jacobi matrix is taken about its first entry m = (beta-alpha)/(s+2), with the differences
 * a_k - m = -4k (k+s+1)(beta-alpha) / ((2k+s)(2k+s+2)(s+2)) in closed form, so exponents of 1e8 lose nothing.
 *
 * Domain: n = 1 .. 4096, alpha, beta > -1 finite. alpha = beta gives an exactly symmetric rule.
 * @throws TheoryError "domain".
 */
export function gaussJacobi(n: number, alpha: number, beta: number): Rule {
  assertInteger("n", n, 1, 4096);
  assertAbove("alpha", alpha, -1);
  assertAbove("beta", beta, -1);
  if (alpha === beta) return gaussGegenbauer(n, alpha + 0.5);
  const { diagonal, off } = shiftedMatrix(n, alpha, beta);
  const centre = centreRecurrence(diagonal, off);
  const right = jacobiEdge(n, alpha, beta);
  const left = jacobiEdge(n, beta, alpha);
  const width = alpha + beta + 2;
  const middle = (beta - alpha) / width;
  const nodes = tridiagonalEigenvalues(diagonal, off);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const y = nodes[i];
    const fromLeft = (2 * (beta + 1)) / width + y;
    const fromRight = (2 * (alpha + 1)) / width - y;
    if (fromLeft < 0.5 && beta <= EDGE_EXPONENT) {
      const out = refine((state) => edgePass(left, state), fromLeft);
      nodes[i] = -1 + out.node;
      weights[i] = out.weight;
    } else if (fromRight < 0.5 && alpha <= EDGE_EXPONENT) {
      const out = refine((state) => edgePass(right, state), fromRight);
      nodes[i] = 1 - out.node;
      weights[i] = out.weight;
    } else {
      const out = refine((state) => centrePass(centre, state), y);
      nodes[i] = middle + out.node;
      weights[i] = out.weight;
    }
  }
  return { nodes, weights };
}

function shiftedMatrix(n: number, alpha: number, beta: number): { diagonal: Float64Array; off: Float64Array } {
  const s = alpha + beta;
  const diagonal = new Float64Array(n);
  const off = new Float64Array(n - 1);
  for (let k = 1; k < n; k++) {
    const m = 2 * k + s;
    diagonal[k] = (-4 * k * ((k + s + 1) / m) * ((beta - alpha) / (m + 2))) / (s + 2);
    const ends = ((k + alpha) / m) * ((k + beta) / m);
    off[k - 1] = k === 1 ? 2 * Math.sqrt(ends / (m + 1)) : 2 * Math.sqrt(ends * (k / (m + 1)) * ((k + s) / (m - 1)));
  }
  return { diagonal, off };
}

/** The recurrence in the distance to the end where the weight has exponent `near`. */
function jacobiEdge(n: number, near: number, far: number): ReturnType<typeof edgeRecurrence> {
  const s = near + far;
  const up = (k: number): number =>
    k === 0 ? (2 * (near + 1)) / (s + 2) : 2 * ((k + s + 1) / (2 * k + s + 1)) * ((k + near + 1) / (2 * k + s + 2));
  return edgeRecurrence(n, up, (k) => 2 * (k / (2 * k + s)) * ((k + far) / (2 * k + s + 1)));
}
