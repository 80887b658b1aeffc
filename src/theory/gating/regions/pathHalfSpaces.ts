/** The half-spaces of the neurons of a path in a deep linearly gated network: eta_{l,i_l}(x) = (row i_l of W_l ... W_1) x + offset (Eqn. 4). */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, vector, withoutOverflow } from "../../../numeric/shape.js";
import { nearest } from "../../../symbolic/exactMatrix.js";
import { assertPath } from "../shapes.js";
import { linearSignals, type Signals } from "./affineForm.js";
import { exactGates } from "./exactGates.js";
import { biasOptions, layersShape } from "./shapes.js";

export interface PathHalfSpace {
  /** In the units of the weights, each entry rounded once. */
  readonly normal: readonly number[];
  /** The neuron is active where normal . x + offset >= 0. */
  readonly offset: number;
}

/** Of signals that are checked, one a layer. Throws TheoryError where products overflow. */
export function halfSpacesOf(signals: readonly Signals[], path: readonly number[]): readonly PathHalfSpace[] {
  const halfSpaces = signals.map(({ forms, unit }, l) => {
    const row = forms[path[l]!]!.map((entry) => nearest(entry, unit));
    return Object.freeze({ normal: row.slice(0, -1), offset: row.at(-1)! });
  });
  withoutOverflow("weights", ...halfSpaces.map(({ normal, offset }) => [...normal, offset]));
  return halfSpaces;
}

/**
 * One half-space a layer, for the path (one neuron of each hidden layer, from 0 up) of the hidden layers `weights` (rows are neurons; no output layer) with
 * `biases` (default 0). The active region of the path is their intersection. Computed exactly for the decimals as given, then rounded once.
 * @throws TheoryError "domain" for networks that do not chain, paths that do not fit, and products that overflow.
 */
export function pathHalfSpaces(
  weights: readonly Matrix[],
  path: readonly number[],
  options: { readonly biases?: readonly (readonly number[])[] } = {},
): readonly PathHalfSpace[] {
  assertShapes({ weights: layersShape, path: vector, options: biasOptions }, { weights, path, options });
  const gates = exactGates(weights, options.biases);
  assertPath(path, gates.widths);
  return halfSpacesOf(linearSignals(gates), path);
}
