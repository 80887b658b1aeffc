import { assertAbove, assertInteger } from "../domain.js";
import { positiveNodes, symmetricRule } from "./golubWelsch.js";
import {
  centrePass,
  centreRecurrence,
  edgePass,
  edgeRecurrence,
  type Refined,
  refine,
} from "./orthonormalRecurrence.js";
import type { Rule } from "./rule.js";

/**
 * Gauss-Gegenbauer: weight (1-x^2)^(lambda-1/2) on [-1, 1] *normalised to total mass 1*; exact for degree <= 2n-1.
 *
 *   b_k^2 = k (k+2 lambda-1) / (4 (k+lambda) (k+lambda-1)),  b_1^2 = 1 / (2 (lambda+1))      (DLMF 18.9.1, table 18.9.1)
 *
 * On the sphere S^{m-1} one coordinate has lambda = (m-2)/2. Domain: n = 1 .. 4096, lambda > -1/2 finite (lambda = 0 is
 * Chebyshev of the first kind). Nodes are exactly symmetric and keep relative accuracy at 0 and in 1 - |x| at the ends; for
 * large lambda they crowd at 0 like Hermite nodes over sqrt(2 lambda) and nothing overflows (tried to 1e12).
 * @throws TheoryError "domain".
 */
export function gaussGegenbauer(n: number, lambda: number): Rule {
  assertInteger("n", n, 1, 4096);
  assertAbove("lambda", lambda, -0.5);
  const off = gegenbauerOffDiagonal(n, lambda);
  const refineAt = gegenbauerRefiner(n, lambda, off);
  return symmetricRule(n, positiveNodes(off), refineAt);
}

/** b_1 .. b_{n-1}. */
export function gegenbauerOffDiagonal(n: number, lambda: number): Float64Array {
  const off = new Float64Array(n - 1);
  for (let k = 1; k < n; k++) {
    const square = k === 1 ? 0.5 / (lambda + 1) : (k / (k + lambda)) * ((k + 2 * lambda - 1) / (k + lambda - 1)) * 0.25;
    off[k - 1] = Math.sqrt(square);
  }
  return off;
}

/** Refines one node x in [0, 1): from the end for x > 1/2, unless the weight vanishes there to a high power. */
function gegenbauerRefiner(n: number, lambda: number, off: Float64Array): (x: number) => Refined {
  const centre = centreRecurrence(new Float64Array(n), off);
  // R_k = C_k / C_k(1): x R_k = up_k R_{k+1} + down_k R_{k-1}, up_k + down_k = 1.
  const up = (k: number): number => (k === 0 ? 1 : (k + 2 * lambda) / (2 * (k + lambda)));
  const edge = edgeRecurrence(n, up, (k) => k / (2 * (k + lambda)));
  return (x) => {
    if (x < 0.5 || lambda > 50) return refine((out) => centrePass(centre, out), x);
    const out = refine((state) => edgePass(edge, state), 1 - x);
    return { node: 1 - out.node, weight: out.weight, step: -out.step };
  };
}
