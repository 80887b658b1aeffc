import { assertInteger } from "../domain.js";
import { gegenbauerOffDiagonal } from "./gaussGegenbauer.js";
import { centrePass, centreRecurrence, edgePass, edgeRecurrence, type Refined } from "./orthonormalRecurrence.js";
import type { Rule } from "./rule.js";

/** Zeros j_{0,1} .. j_{0,5} of the Bessel function J_0 (DLMF 10.21); later ones by McMahon's expansion. */
const BESSEL_ZEROS = [2.404825557695773, 5.520078110286311, 8.653727912911013, 11.791534439014281, 14.930917708487785];

/** Newton leaves a relative error near the cube of its last step, so one pass from this is at rounding level. */
const LAST_STEP = 1e-8;

/**
 * Gauss-Legendre: weight 1 on [-1, 1], *total mass 2*; exact for degree <= 2n-1.
 *
 *   theta_k = psi + (psi cot psi - 1) / (8 psi (n+1/2)^2) + O(n^-4),   psi = j_{0,k} / (n+1/2)      (start)
 *
 * Source of the start: F. W. J. Olver, Asymptotics and Special Functions (1974) ch. 12; N. Hale and A. Townsend, SIAM J. Sci.
 * Comput. 35 (2013) A652, eq. 3.12. Ours: the start is refined by one pass (two for small n) of the recurrence in the
 * distance to the end (|x| > 1/2) or to the centre, and the weight, taken one step early, is moved to the node by
 * d log w / dx = -2x / (1-x^2).
 *
 * Domain: n = 1 .. 65536; n^2/2 multiply-adds, no eigenproblem. Nothing is cached. Nodes are exactly symmetric.
 * @throws TheoryError "domain".
 */
export function gaussLegendre(n: number): Rule {
  assertInteger("n", n, 1, 65536);
  const centre = centreRecurrence(new Float64Array(n), gegenbauerOffDiagonal(n, 0.5));
  const edge = edgeRecurrence(
    n,
    (k) => (k + 1) / (2 * k + 1),
    (k) => k / (2 * k + 1),
  );
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const half = n >> 1;
  for (let k = 1; k <= half; k++) {
    const theta = startAngle(n, k);
    const sine = Math.sin(theta / 2);
    const fromEnd = theta < Math.PI / 3;
    const out = fromEnd
      ? settle((state) => edgePass(edge, state), 2 * sine * sine)
      : settle((state) => centrePass(centre, state), Math.sin(Math.PI / 2 - theta));
    const x = fromEnd ? 1 - out.node : out.node;
    const dx = fromEnd ? -out.step : out.step;
    const distance = fromEnd ? out.node : 1 - out.node;
    const weight = 2 * out.weight * (1 - (2 * x * dx) / (distance * (1 + x)));
    nodes[n - k] = x;
    weights[n - k] = weight;
    nodes[k - 1] = -x;
    weights[k - 1] = weight;
  }
  if (n % 2 === 1) {
    const out: Refined = { node: 0, weight: 0, step: 0 };
    centrePass(centre, out);
    weights[half] = 2 * out.weight;
  }
  return { nodes, weights };
}

function startAngle(n: number, k: number): number {
  const psi = besselZero(k) / (n + 0.5);
  return psi + (psi / Math.tan(psi) - 1) / (8 * psi * (n + 0.5) ** 2);
}

/** j_{0,k} to 1e-12 for k > 5: McMahon, DLMF 10.21.19 with nu = 0. */
function besselZero(k: number): number {
  if (k <= BESSEL_ZEROS.length) return BESSEL_ZEROS[k - 1] as number;
  const b = (k - 0.25) * Math.PI;
  const z = 1 / (8 * b);
  const z2 = z * z;
  return b + z * (1 + z2 * (-124 / 3 + z2 * (120928 / 15 + z2 * (-401743168 / 105))));
}

function settle(pass: (out: Refined) => void, start: number): Refined {
  const out: Refined = { node: start, weight: 0, step: 0 };
  for (let i = 0; i < 8; i++) {
    pass(out);
    if (Math.abs(out.step) <= LAST_STEP * Math.abs(out.node)) break;
  }
  return out;
}
