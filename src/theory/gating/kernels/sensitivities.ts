/**
 * Derivatives of an output by backpropagation, count x width arrays:
 *   delta_l = d output/d v_l = f_l o a_l,   a_l = d output/d h_l = U_(l+1)^T delta_(l+1),   a_(L-1) = row of U_L;
 *   of soft gates also eps_l = d output/d eta_l = beta f_l (1 - f_l) o v_l o a_l + W_(l+1)^T eps_(l+1).
 * For ReLU v_l is its own gate's pre-activation: 1(v >= 0) is the derivative that is used at 0, as in Eqn. 9.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Activity } from "../network/activity.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";

export interface Sensitivities {
  /** delta_1, ..., delta_(L-1), the first at index 0. */
  readonly experts: readonly Float64Array[];
  /** eps_1, ..., eps_(L-1) of soft gates; none of steps, whose derivative is zero where it exists. */
  readonly gates: readonly Float64Array[];
}

/** out += X M for X count x rows. */
function addProduct(x: Float64Array, count: number, rows: Matrix, out: Float64Array): void {
  const width = rows[0].length;
  for (const [i, row] of rows.entries()) {
    for (let k = 0; k < count; k++) {
      const factor = x[k * rows.length + i];
      if (factor === 0) continue;
      for (let j = 0; j < width; j++) out[k * width + j] += factor * row[j];
    }
  }
}

/** Of the output `node`. */
export function sensitivitiesOf(network: GatedNetwork, activity: Activity, node: number): Sensitivities {
  const { U, W, beta } = network;
  const { count, gates, values } = activity;
  const experts: Float64Array[] = [];
  const slopes: Float64Array[] = [];
  const top = U.length - 1;
  for (let l = top - 1; l >= 0; l--) {
    const a = new Float64Array(gates[l].length);
    if (l === top - 1) for (let k = 0; k < count; k++) a.set(U[top][node], k * U[l].length);
    else addProduct(experts[0], count, U[l + 1], a);
    experts.unshift(a.map((value, i) => value * gates[l][i]));
    if (beta === null) continue;
    const eps = a.map((value, i) => beta * gates[l][i] * (1 - gates[l][i]) * values[l][i] * value);
    if (l < top - 1) addProduct(slopes[0], count, W[l + 1], eps);
    slopes.unshift(eps);
  }
  return { experts, gates: slopes };
}
