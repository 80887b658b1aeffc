/**
 * The sum over all paths without a list of them, from the output down: s_L = U_L, s_l(i) = f_(l,i) sum of what is above, and
 *   y = sum_i s_1(i) (u_(1,i).h_0 + c_(1,i)) + sum_(l > 1) sum_i s_l(i) c_(l,i) + c_L,   s_(l-1)(j) = f_(l-1,j) sum_i s_l(i) u_(l,i,j).
 * s_l(i) is the sum over the paths from neuron i of layer l to the output. O(number of weights). Source: Theorems 1 and 2; the order is ours.
 */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector, withoutOverflow } from "../../../numeric/shape.js";
import { gatedForward } from "../network/gatedForward.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { gatedShape } from "../shapes.js";

/** The C outputs as sums over any number of paths, by dynamic programming from the output to the input. */
export function pathSums(network: GatedNetwork, x: readonly number[]): readonly number[] {
  assertShapes({ network: gatedShape, x: vector }, { network, x });
  const { gates, hidden } = gatedForward(network, x);
  const { U, c } = network;
  const top = U.length - 1;
  const sums = U[top].map((row, output) => {
    let suffix: readonly number[] = row;
    let sum = c?.[top][output] ?? 0;
    for (let l = top - 1; ; l--) {
      suffix = suffix.map((value, i) => value * gates[l][i]);
      if (c) sum += dot(suffix, c[l]);
      const next = U[l][0].map((_, j) => suffix.reduce((total, value, i) => total + value * U[l][i][j], 0));
      if (l === 0) return sum + dot(next, hidden[0]);
      suffix = next;
    }
  });
  withoutOverflow("weights of the network", sums);
  return sums;
}
