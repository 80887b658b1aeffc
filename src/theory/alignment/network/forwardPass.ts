/**
 * f_0 = x, h_l = W_l^T [f_{l-1}, 1], z_l = [h_l > 0], f_l = z_l h_l for l < L and f_L = h_L (Tian 2020, sec. 3). relu'(0) = 0.
 */
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, vector, withoutOverflow } from "../../../numeric/shape.js";
import { networkShape } from "../shapes.js";
import type { ReluNetwork } from "./reluNetwork.js";

export interface ForwardPass {
  /** f_0 = x, f_1, ..., f_L: L + 1 lists. */
  readonly activations: readonly (readonly number[])[];
  /** h_1, ..., h_L: L lists, the first at index 0. */
  readonly preactivations: readonly (readonly number[])[];
  /** z_1, ..., z_L, the first at index 0; all of the topmost layer are open. */
  readonly gates: readonly (readonly boolean[])[];
}

/**
 * Activations, pre-activations and gates of the network at one input of n_0 numbers.
 * @throws TheoryError "domain" for an input of another length, or one that is not finite.
 */
export function forwardPass(network: ReluNetwork, x: readonly number[]): ForwardPass {
  assertShapes({ network: networkShape, x: vector }, { network, x });
  const { layers, widths } = network;
  assertNumbers("x", x, widths[0]!);
  const activations: (readonly number[])[] = [x];
  const preactivations: number[][] = [];
  const gates: boolean[][] = [];
  for (const [index, weights] of layers.entries()) {
    const below = activations[index]!;
    const bias = weights[below.length]!;
    const h = bias.map((b, j) => below.reduce((sum, f, i) => sum + f * weights[i]![j]!, b));
    const open = h.map((value) => index === layers.length - 1 || value > 0);
    preactivations.push(h);
    gates.push(open);
    activations.push(h.map((value, j) => (open[j]! ? value : 0)));
  }
  withoutOverflow("weights of the network", preactivations);
  return { activations, preactivations, gates };
}

/** f_L(x), C numbers. */
export const networkOutput = (network: ReluNetwork, x: readonly number[]): readonly number[] =>
  forwardPass(network, x).activations.at(-1)!;
