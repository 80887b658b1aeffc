/**
 * Lemmas 3 and 4, with biases: a neuron of layer l is the sum over the paths that end in it, each with the product of its gates and its weights,
 *
 *   h_(l,i) = sum over s <= l, i_s, ..., i_(l-1), i_l = i of  r_s(i_s) prod_(k=s+1..l) u_(k, i_k, i_(k-1)) prod_(k=s..l) f_(k, i_k),
 *
 * r_1(i) = u_(1,i).h_0 + c_(1,i) for whole paths and r_s(i) = c_(s,i) for those that start at a bias of layer s > 1. For l = L there is no gate at
 * the end: Theorems 1 and 2. Without biases only s = 1 is left. Every path by itself, no partial sum is used twice. The biases are ours.
 */
import { assertInteger } from "../../../numeric/domain.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, finite, vector, withoutOverflow } from "../../../numeric/shape.js";
import { type GatedForward, gatedForward } from "../network/gatedForward.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { gatedShape } from "../shapes.js";
import { assertEnumerable, forEachPath } from "./enumeration.js";

function nodePathSum({ U, c, widths }: GatedNetwork, forward: GatedForward, layer: number, node: number): number {
  const { gates, hidden } = forward;
  let sum = 0;
  for (let start = 1; start <= layer; start++) {
    if (start > 1 && c === null) break;
    forEachPath(widths.slice(start, layer), (inner) => {
      const at = (k: number) => (k === layer ? node : inner[k - start]);
      const first = at(start);
      const bias = c?.[start - 1][first] ?? 0;
      let product = start === 1 ? dot(U[0][first], hidden[0]) + bias : bias;
      for (let k = start; k <= layer; k++) {
        if (k > start) product *= U[k - 1][at(k)][at(k - 1)];
        if (k < widths.length - 1) product *= gates[k - 1][at(k)];
      }
      sum += product;
    });
  }
  return sum;
}

/**
 * The outputs as sums over all paths, by enumeration; at most 2e6 paths. For `pathSum` to be compared with.
 * @throws TheoryError "domain" for more paths.
 */
export function enumeratedPathSums(network: GatedNetwork, x: readonly number[]): readonly number[] {
  assertShapes({ network: gatedShape }, { network });
  return layerPathSums(network, x, network.widths.length - 1);
}

/** h_l, or the outputs for l = L, as sums over paths (Eqns. 8 and 11). */
export function layerPathSums(network: GatedNetwork, x: readonly number[], layer: number): readonly number[] {
  assertShapes({ network: gatedShape, x: vector, layer: finite }, { network, x, layer });
  assertInteger("layer", layer, 1, network.widths.length - 1);
  assertEnumerable(network);
  const forward = gatedForward(network, x);
  const sums = Array.from({ length: network.widths[layer] }, (_, i) => nodePathSum(network, forward, layer, i));
  withoutOverflow("weights of the network", sums);
  return sums;
}
