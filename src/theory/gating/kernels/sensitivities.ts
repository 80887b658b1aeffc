/**
 * Derivatives of an output by backpropagation, count x width arrays:
 *   delta_l = d output/d v_l = f_l o a_l,   a_l = d output/d h_l = U_(l+1)^T delta_(l+1),   a_(L-1) = row of U_L;
 *   of soft gates also eps_l = d output/d eta_l = beta f_l (1 - f_l) o v_l o a_l + W_(l+1)^T eps_(l+1).
 * For ReLU v_l is its own gate's pre-activation: 1(v >= 0) is the derivative that is used at 0, as in Eqn. 9.
 */
import { type Matrix, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { addRowProducts } from "../../../numeric/linearAlgebra/rowProducts.js";
import { type Activity, flattened } from "../network/activity.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";

export interface Sensitivities {
  /** delta_1, ..., delta_(L-1), the first at index 0. */
  readonly experts: readonly Float64Array[];
  /** eps_1, ..., eps_(L-1) of soft gates; none of steps, whose derivative is zero where it exists. */
  readonly gates: readonly Float64Array[];
}

/** The matrices above each hidden layer, transposed, row after row. */
export interface Transposes {
  readonly U: readonly Float64Array[];
  readonly W: readonly Float64Array[];
}

const transposed = (rows: Matrix): Float64Array => flattened(transpose(rows));

/** For `sensitivitiesOf` of every output: made once. */
export const transposesOf = ({ U, W, beta }: GatedNetwork): Transposes => ({
  U: U.map(transposed),
  W: beta === null ? [] : W.map(transposed),
});

/** Of the output `node`. */
export function sensitivitiesOf(
  network: GatedNetwork,
  transposes: Transposes,
  activity: Activity,
  node: number,
): Sensitivities {
  const { U, beta, widths } = network;
  const { count, gates, values } = activity;
  const experts: Float64Array[] = [];
  const slopes: Float64Array[] = [];
  const top = U.length - 1;
  for (let l = top - 1; l >= 0; l--) {
    const a = new Float64Array(gates[l].length);
    if (l === top - 1) for (let k = 0; k < count; k++) a.set(U[top][node], k * U[l].length);
    else addRowProducts(experts[0], count, transposes.U[l + 1], widths[l + 1], widths[l + 2], a);
    experts.unshift(a.map((value, i) => value * gates[l][i]));
    if (beta === null) continue;
    const eps = a.map((value, i) => beta * gates[l][i] * (1 - gates[l][i]) * values[l][i] * value);
    if (l < top - 1) addRowProducts(slopes[0], count, transposes.W[l + 1], widths[l + 1], widths[l + 2], eps);
    slopes.unshift(eps);
  }
  return { experts, gates: slopes };
}
