import { type Matrix, rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, matrix, vector } from "../../../numeric/shape.js";
import { assertPoint, assertPoints, gatedShape } from "../shapes.js";
import { activityOf } from "./activity.js";
import type { GatedNetwork } from "./gatedNetwork.js";

export interface GatedForward {
  /** C numbers. */
  readonly output: readonly number[];
  /** f_1, ..., f_(L-1), the first at index 0: 0 or 1 of steps, in [0, 1] of soft gates. */
  readonly gates: readonly (readonly number[])[];
  /** eta_1, ..., eta_(L-1), whose signs are the gates. */
  readonly preactivations: readonly (readonly number[])[];
  /** h_0, ..., h_(L-1); h_0 is x, or the all-ones vector of a DLGN-PWC. */
  readonly hidden: readonly (readonly number[])[];
}

/**
 * The forward pass at one point: h_l = f_l o (U_l h_(l-1) + c_l), output U_L h_(L-1) + c_L, with gates f_l of eta_l = W_l eta_(l-1) + b_l (DLGN),
 * of W_l h_(l-1) + b_l (ReLU) or 1 (DLN). O(number of weights). Source: Eqns. 6 and 9, section 2.3.
 * @throws TheoryError "domain" for a point of another length or that is not finite, and for weights whose products overflow.
 */
export function gatedForward(network: GatedNetwork, x: readonly number[]): GatedForward {
  assertShapes({ network: gatedShape, x: vector }, { network, x });
  assertPoint("x", x, network.widths[0]);
  const { output, gates, eta, hidden } = activityOf(network, [x]);
  const lists = (arrays: readonly Float64Array[]) => arrays.map((values) => Array.from(values));
  return {
    output: Array.from(output),
    gates: lists(gates),
    preactivations: lists(eta.slice(1)),
    hidden: lists(hidden),
  };
}

/** Outputs at up to 4096 points, a row of C numbers each. */
export function outputsAt(network: GatedNetwork, points: Matrix): number[][] {
  assertShapes({ network: gatedShape, points: matrix }, { network, points });
  assertPoints("points", points, network.widths[0]);
  const { output } = activityOf(network, points);
  return rowsFrom(output, output.length / points.length);
}
