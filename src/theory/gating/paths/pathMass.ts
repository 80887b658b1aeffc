/**
 * sum over paths of f_pi(x) = prod_l sum_i f_(l,i)(x): paths are a Cartesian product of neurons. For step gates it is |A(x)|, the number of active
 * paths: the product of the numbers of active neurons. Source: sections 3.1 and 3.2.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, matrix, vector } from "../../../numeric/shape.js";
import { gateActivity } from "../network/activity.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { assertPoint, assertPoints, gatedShape } from "../shapes.js";
import { hiddenWidths } from "./enumeration.js";

const MOST_MASS_POINTS = 1_000_000;
const CHUNK = 512;

/** sum_i f_(l,i), layer by layer: numbers of active neurons for step gates. */
export function activeNeurons(network: GatedNetwork, x: readonly number[]): readonly number[] {
  assertShapes({ network: gatedShape, x: vector }, { network, x });
  assertPoint("x", x, network.widths[0]);
  return gateActivity(network, [x]).gates.map((gates) => gates.reduce((sum, gate) => sum + gate, 0));
}

/** |A(x)| of step gates, sum_pi f_pi(x) of soft ones, without a list of the paths: 16^5 of them take about 17 microseconds. */
export const pathMass = (network: GatedNetwork, x: readonly number[]): number =>
  activeNeurons(network, x).reduce((product, active) => product * active, 1);

/** log10 of it at each point, at most 1e6 points; -Infinity where no path is active. */
export function log10PathMasses(network: GatedNetwork, points: Matrix): number[] {
  assertShapes({ network: gatedShape, points: matrix }, { network, points });
  assertPoints("points", points, network.widths[0], MOST_MASS_POINTS);
  const widths = hiddenWidths(network);
  const logarithms: number[] = [];
  for (let from = 0; from < points.length; from += CHUNK) {
    const { count, gates } = gateActivity(network, points.slice(from, from + CHUNK));
    for (let k = 0; k < count; k++) {
      let logarithm = 0;
      for (const [l, width] of widths.entries()) {
        let active = 0;
        for (let i = k * width; i < (k + 1) * width; i++) active += gates[l][i];
        logarithm += Math.log10(active);
      }
      logarithms.push(logarithm);
    }
  }
  return logarithms;
}
