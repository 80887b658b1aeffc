import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { list, matrix, text } from "../../../numeric/shape.js";

const MOST_LAYERS = 64;
const MOST_WIDTH = 4096;

/** A fully connected ReLU network with biases; frozen. The topmost layer has no ReLU. */
export interface ReluNetwork {
  /** W_1, ..., W_L: W_l is (n_{l-1} + 1) x n_l, its last row the biases. */
  readonly layers: readonly Matrix[];
  /** n_0, ..., n_L. */
  readonly widths: readonly number[];
}

/**
 * The network f_l = relu(W_l^T [f_{l-1}, 1]), f_L = W_L^T [f_{L-1}, 1], of weights that are (n_{l-1} + 1) x n_l with the bias as last row.
 * `name` is what errors call it. At most 64 layers of at most 4096 nodes. A zero column is a dead node, which is allowed.
 * Source: sec. 3, "Notation" and "Bias term".
 * @throws TheoryError "domain" for no layers, ragged rows, entries that are not finite, and widths that do not chain.
 */
export function reluNetwork(layers: readonly Matrix[], name = "layers"): ReluNetwork {
  text("name", name);
  list(matrix)(name, layers);
  if (layers.length === 0 || layers.length > MOST_LAYERS) {
    throw domainError(name, `${layers.length} layers`, `1 to ${MOST_LAYERS} layers`, "Pass the weights of each layer.");
  }
  const widths: number[] = [];
  for (const [l, rows] of layers.entries()) {
    assertMatrix(`${name}[${l}]`, rows);
    const [fanIn, width] = [rows.length - 1, rows[0]!.length];
    if (fanIn < 1) {
      throw domainError(`${name}[${l}]`, "1 row", "n_in + 1 rows, the last one the biases", "Add the row of biases.");
    }
    if (l > 0 && fanIn !== widths[l]) {
      const shape = `${rows.length} rows`;
      const allowed = `${widths[l]! + 1} rows: the ${widths[l]} nodes of the layer below and the biases`;
      throw domainError(`${name}[${l}]`, shape, allowed, "The widths of the layers must chain.");
    }
    if (Math.max(fanIn, width) > MOST_WIDTH) {
      throw domainError(`${name}[${l}]`, `${fanIn} x ${width}`, `at most ${MOST_WIDTH} nodes a layer`, "Use fewer.");
    }
    if (l === 0) widths.push(fanIn);
    widths.push(width);
  }
  const copies = layers.map((rows) => Object.freeze(rows.map((row) => Object.freeze([...row]))));
  return Object.freeze({ layers: Object.freeze(copies), widths: Object.freeze(widths) });
}

/** Rows [w~, b] of the nodes of layer l = 1, ..., L: the columns of W_l. */
export const nodeRows = ({ layers }: ReluNetwork, l: number): number[][] =>
  layers[l - 1]![0]!.map((_, j) => layers[l - 1]!.map((row) => row[j]!));
