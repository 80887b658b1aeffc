import { domainError } from "../../../numeric/domain.js";
import { angleOfUnits } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, finite, optionsOf, vector, withoutOverflow } from "../../../numeric/shape.js";
import { assertPoint, gatedShape } from "../shapes.js";
import { type GatedNetwork, isLinearlyGated } from "./gatedNetwork.js";

/** eta_l(x) = normals x + offsets. */
export interface GateNormals {
  /** l, from 1. */
  readonly layer: number;
  /** m_l x d, W_l ... W_1. A neuron is active in the half-space to which its row points. */
  readonly normals: readonly (readonly number[])[];
  /** b_l + W_l b_(l-1) + ...; zeros without biases. */
  readonly offsets: readonly number[];
}

/**
 * The half-space of every neuron of a DLGN, layer by layer: gates are affine functions of the input, eta_l = (W_l ... W_1) x + offset.
 * In the units of the weights, not normalised. Source: section 2.2, Eqn. 4.
 * @throws TheoryError "domain" for ReLU networks, whose gates are not half-spaces, for dln, which has none, and for products that overflow.
 */
export function gateNormals(network: GatedNetwork): readonly GateNormals[] {
  assertShapes({ network: gatedShape }, { network });
  const { model, W, b } = network;
  if (!isLinearlyGated(model)) {
    const remedy = model === "relu" ? "Gates of ReLU networks are no half-spaces." : "It has no gates.";
    throw domainError("network", model, "dlgn or dlgn-pwc", remedy);
  }
  const all: GateNormals[] = [];
  for (const [l, rows] of W.entries()) {
    const below = all.at(-1);
    const normals = below ? multiply(rows, below.normals) : rows;
    const offsets = rows.map((row, i) => (b?.[l][i] ?? 0) + (below ? dot(row, below.offsets) : 0));
    all.push({ layer: l + 1, normals, offsets });
  }
  withoutOverflow("W", ...all.flatMap(({ normals, offsets }) => [normals, offsets]));
  return all;
}

/**
 * Angles, radians, of the normals of a layer of a DLGN (the last hidden one by default) and a direction; null for a neuron without a normal.
 * Absolute error 4e-16 and that of the normals.
 * @throws TheoryError "domain" for a direction that is zero, and a layer that is not from 1 to L - 1.
 */
export function normalAngles(
  network: GatedNetwork,
  direction: readonly number[],
  options: { readonly layer?: number } = {},
): readonly (number | null)[] {
  assertShapes(
    { network: gatedShape, direction: vector, options: optionsOf({ layer: finite }) },
    { network, direction, options },
  );
  assertPoint("direction", direction, network.widths[0]);
  const { layer = network.widths.length - 2 } = options;
  const found = gateNormals(network).find((each) => each.layer === layer);
  if (!found) {
    throw domainError("layer", layer, `a hidden layer, 1 to ${network.widths.length - 2}`, "Choose one of them.");
  }
  if (norm(direction) === 0)
    throw domainError("direction", "the zero vector", "a vector with a direction", "Pass another.");
  const towards = unit(direction);
  return found.normals.map((row) => (norm(row) === 0 ? null : angleOfUnits(unit(row), towards).angle));
}
