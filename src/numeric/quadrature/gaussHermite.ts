import { assertInteger } from "../domain.js";
import { golubWelsch } from "./golubWelsch.js";
import type { Rule } from "./rule.js";

/**
 * Gauss-Hermite, probabilists': sum w_i f(x_i) = E f(Z), Z standard normal, exact for polynomials of degree <= 2n-1.
 *
 *   weight exp(-x^2/2) / sqrt(2 pi), total mass 1;   x he_k = sqrt(k+1) he_{k+1} + sqrt(k) he_{k-1}   (DLMF 18.9.1)
 *
 * Domain: n = 1 .. 4096. Nodes are exactly symmetric. Weights below 1e-308 (n > 380) fade to subnormals and then 0.
 * @throws TheoryError "domain" for any other n.
 */
export function gaussHermite(n: number): Rule {
  assertInteger("n", n, 1, 4096);
  const off = new Float64Array(n - 1);
  for (let k = 1; k < n; k++) off[k - 1] = Math.sqrt(k);
  return golubWelsch(new Float64Array(n), off);
}
