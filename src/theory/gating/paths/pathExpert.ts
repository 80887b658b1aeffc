import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector, withoutOverflow } from "../../../numeric/shape.js";
import { type GatedForward, gatedForward } from "../network/gatedForward.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { assertPath, gatedShape } from "../shapes.js";
import { assertEnumerable, forEachPath, hiddenWidths } from "./enumeration.js";

const MOST_EXPERTS = 100_000;

/** One expert of the mixture at one point. */
export interface PathExpert {
  /** i_1, ..., i_(L-1), from 0. */
  readonly path: readonly number[];
  /** f_pi(x): 0 or 1 of step gates, in [0, 1] of soft ones. */
  readonly gate: number;
  /** prod_(l=2..L-1) u_(l, i_l, i_(l-1)) u_(L, c, i_(L-1)), one for each output c. */
  readonly weights: readonly number[];
  /** g_pi(x): the weights times u_(1, i_1).h_0 + c_(1, i_1). Paths that start at the bias of a later layer are no experts of this list. */
  readonly values: readonly number[];
}

function expertOn(network: GatedNetwork, { gates, hidden }: GatedForward, path: readonly number[]): PathExpert {
  const { U, c } = network;
  const first = dot(U[0][path[0]], hidden[0]) + (c?.[0][path[0]] ?? 0);
  let [gate, weight] = [gates[0][path[0]], 1];
  for (let l = 1; l < path.length; l++) {
    gate *= gates[l][path[l]];
    weight *= U[l][path[l]][path[l - 1]];
  }
  const weights = U[path.length].map((row) => row[path[path.length - 1]] * weight);
  const values = weights.map((each) => each * first);
  withoutOverflow("weights of the network", weights, values);
  return { path: [...path], gate, weights, values };
}

/**
 * Gate and prediction of the expert of a path i_1, ..., i_(L-1), neurons counted from 0. Source: Eqns. 2 to 5, Table 1.
 * @throws TheoryError "domain" for a path of another length or with a neuron that does not exist.
 */
export function pathExpert(network: GatedNetwork, path: readonly number[], x: readonly number[]): PathExpert {
  assertShapes({ network: gatedShape, path: vector, x: vector }, { network, path, x });
  assertPath(path, hiddenWidths(network));
  return expertOn(network, gatedForward(network, x), path);
}

/** All of them, at most 1e5, in lexicographic order: without biases above the first layer, the outputs are sums of gate times value (Eqn. 1). */
export function pathExperts(network: GatedNetwork, x: readonly number[]): readonly PathExpert[] {
  assertShapes({ network: gatedShape, x: vector }, { network, x });
  assertEnumerable(network, MOST_EXPERTS);
  const forward = gatedForward(network, x);
  const experts: PathExpert[] = [];
  forEachPath(hiddenWidths(network), (path) => experts.push(expertOn(network, forward, path)));
  return experts;
}
