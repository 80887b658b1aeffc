import { assertInteger } from "../../../numeric/domain.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, finite, optionsOf, vector, withoutOverflow } from "../../../numeric/shape.js";
import { gatedForward } from "../network/gatedForward.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { gatedShape } from "../shapes.js";
import { type PathExpert, pathExpert } from "./pathExpert.js";

export interface StrongestPath extends PathExpert {
  /** f_pi(x) g_pi(x) of the chosen output. */
  readonly contribution: number;
}

/**
 * The path with the largest |f_pi(x) g_pi(x)| for one output (default the first), by dynamic programming: magnitudes multiply along a path, so the best
 * path through a neuron extends the best one to it. O(number of weights). Ties go to the lowest neurons from the output down. Paths that start at a
 * bias of a later layer are left out. Ours.
 * @throws TheoryError "domain" for an output that does not exist, and for products that overflow.
 */
export function strongestPath(
  network: GatedNetwork,
  x: readonly number[],
  options: { readonly output?: number } = {},
): StrongestPath {
  assertShapes({ network: gatedShape, x: vector, options: optionsOf({ output: finite }) }, { network, x, options });
  const { output = 0 } = options;
  const { U, c, widths } = network;
  assertInteger("output", output, 0, widths[widths.length - 1] - 1);
  const { gates, hidden } = gatedForward(network, x);
  let best = U[0].map((row, i) => gates[0][i] * Math.abs(dot(row, hidden[0]) + (c?.[0][i] ?? 0)));
  const from: number[][] = [];
  for (let l = 1; l < U.length; l++) {
    const rows = l === U.length - 1 ? [U[l][output]] : U[l];
    const origins = rows.map((row) => argmax(best.map((size, j) => size * Math.abs(row[j]))));
    const reached = rows.map((row, i) => best[origins[i]] * Math.abs(row[origins[i]]));
    // a product that overflows times a weight 0 would be no number, and win
    withoutOverflow("weights of the network", reached);
    best = l === U.length - 1 ? reached : reached.map((size, i) => size * gates[l][i]);
    from.push(origins);
  }
  const path: number[] = [];
  let node = 0;
  for (let l = from.length - 1; l >= 0; l--) {
    node = from[l][node];
    path.unshift(node);
  }
  const expert = pathExpert(network, path, x);
  return { ...expert, contribution: expert.gate * expert.values[output] + 0 };
}

function argmax(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}
