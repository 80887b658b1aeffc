/**
 * Forward passes of many points at once, row-major typed arrays (count x width).
 *   gates: eta_l = W_l eta_(l-1) + b_l, eta_0 = x, for a DLGN; eta_l = W_l h_(l-1) + b_l for ReLU; f_l = 1(eta_l >= 0), 1(eta_l > 0) or sigmoid(beta eta_l);
 *   experts: v_l = U_l h_(l-1) + c_l, h_l = f_l o v_l, h_0 = x, or the all-ones vector of a DLGN-PWC; output U_L h_(L-1) + c_L.
 * Source: Eqns. 6 and 9, section 2.3.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { addRowProducts } from "../../../numeric/linearAlgebra/rowProducts.js";
import { withoutOverflow } from "../../../numeric/shape.js";
import { sigmoid } from "../../../numeric/special/logistic.js";
import { type GatedNetwork, isLinearlyGated } from "./gatedNetwork.js";

export interface Activity {
  readonly count: number;
  /** eta_0, ..., eta_(L-1); eta_0 is x. For dln the same as h. */
  readonly eta: readonly Float64Array[];
  /** f_1, ..., f_(L-1), the first at index 0; in [0, 1]. */
  readonly gates: readonly Float64Array[];
  /** v_1, ..., v_(L-1), the first at index 0. */
  readonly values: readonly Float64Array[];
  /** h_0, ..., h_(L-1). */
  readonly hidden: readonly Float64Array[];
  /** count x C. */
  readonly output: Float64Array;
}

/** Rows one after another. */
export const flattened = (rows: Matrix): Float64Array => {
  const columns = rows[0].length;
  const out = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    out.set(row, i * columns);
  });
  return out;
};

/** X M^T + bias for X count x columns. */
function affine(x: Float64Array, count: number, rows: Matrix, bias: readonly number[] | undefined): Float64Array {
  const out = new Float64Array(count * rows.length);
  // a copy of the weights pays for more points only
  if (count === 1) {
    for (const [i, row] of rows.entries()) {
      let sum = bias?.[i] ?? 0;
      for (let j = 0; j < row.length; j++) sum += row[j] * x[j];
      out[i] = sum;
    }
    return out;
  }
  if (bias) for (let i = 0; i < count; i++) out.set(bias, i * rows.length);
  addRowProducts(x, count, flattened(rows), rows.length, rows[0].length, out);
  return out;
}

function gatesOf({ model, beta, atZero }: GatedNetwork, eta: Float64Array): Float64Array {
  if (model === "dln") return eta.map(() => 1);
  if (beta !== null) return eta.map((value) => sigmoid(beta * value));
  return atZero === "open" ? eta.map((value) => Number(value >= 0)) : eta.map((value) => Number(value > 0));
}

/** Gates of a DLGN do not need its experts. */
function linearGates(network: GatedNetwork, x: Float64Array, count: number): Pick<Activity, "eta" | "gates"> {
  const eta = [x];
  for (const [l, rows] of network.W.entries()) eta.push(affine(eta[l], count, rows, network.b?.[l]));
  withoutOverflow("W", ...eta);
  return { eta, gates: eta.slice(1).map((values) => gatesOf(network, values)) };
}

/** The gates alone: experts are run only where gates depend on them. */
export function gateActivity(network: GatedNetwork, points: Matrix): Pick<Activity, "count" | "gates"> {
  if (!isLinearlyGated(network.model)) return activityOf(network, points);
  const { gates } = linearGates(network, flattened(points), points.length);
  return { count: points.length, gates };
}

export function activityOf(network: GatedNetwork, points: Matrix): Activity {
  const count = points.length;
  const x = flattened(points);
  const { model, U, c } = network;
  const shared = !isLinearlyGated(model);
  const own = shared ? { eta: [x], gates: [] as Float64Array[] } : linearGates(network, x, count);
  const hidden = [model === "dlgn-pwc" ? x.map(() => 1) : x];
  const values: Float64Array[] = [];
  const [eta, gates] = [[...own.eta], [...own.gates]];
  for (let l = 0; l < U.length - 1; l++) {
    const v = affine(hidden[l], count, U[l], c?.[l]);
    values.push(v);
    if (shared) {
      eta.push(v);
      gates.push(gatesOf(network, v));
    }
    // a closed gate is a zero of the sign of the value: - 0 is made + 0
    hidden.push(v.map((value, i) => value * gates[l][i] + 0));
  }
  const output = affine(hidden[U.length - 1], count, U[U.length - 1], c?.[U.length - 1]);
  withoutOverflow("weights of the network", ...values, output);
  return { count, eta, gates, values, hidden, output };
}
