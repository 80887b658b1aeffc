/**
 * g_L = f*_L - f_L and g_{l-1} = D_{l-1} W_l g_l (Tian 2020, eqs. (1), (2), (15)); W_l^. = f_{l-1} g_l^T. A gradient g is the NEGATIVE
 * derivative of J = |f* - f|^2/2, after the gate of its own node. The paper writes g_L = dJ/df_L, whose sign is the other one.
 */

import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, list, vector, withoutOverflow } from "../../../numeric/shape.js";
import { forwardShape, networkShape } from "../shapes.js";
import type { ForwardPass } from "./forwardPass.js";
import type { ReluNetwork } from "./reluNetwork.js";

/**
 * g_1, ..., g_L (the first at index 0) of one sample, for the gradient `top` = g_L at the output.
 * @throws TheoryError "domain" for a `top` that has not C finite entries.
 */
export function backpropagation(
  network: ReluNetwork,
  forward: ForwardPass,
  top: readonly number[],
): readonly (readonly number[])[] {
  assertShapes({ network: networkShape, forward: forwardShape, top: vector }, { network, forward, top });
  const { layers, widths } = network;
  const { gates } = forward;
  assertNumbers("top", top, widths.at(-1)!);
  const gradients: (readonly number[])[] = [top];
  for (let index = layers.length - 1; index > 0; index--) {
    const above = gradients[0]!;
    const below = gates[index - 1]!.map((open, i) => {
      if (!open) return 0;
      let sum = 0;
      for (const [j, g] of above.entries()) sum += layers[index]![i]![j]! * g;
      return sum;
    });
    gradients.unshift(below);
  }
  withoutOverflow("weights of the network", gradients);
  return gradients;
}

/** W_l^. = [f_{l-1}, 1] g_l^T of one sample, for l = 1, ..., L: matrices shaped like the weights (eq. (1)). */
export const weightUpdates = (
  forward: ForwardPass,
  gradients: readonly (readonly number[])[],
): readonly (readonly (readonly number[])[])[] => {
  assertShapes({ forward: forwardShape, gradients: list(vector, 1) }, { forward, gradients });
  const { activations } = forward;
  if (gradients.length >= activations.length) {
    throw domainError(
      "gradients",
      `${gradients.length} layers`,
      `${activations.length - 1} layers`,
      "Pass those of backpropagation.",
    );
  }
  return gradients.map((g, index) => [...activations[index]!, 1].map((f) => g.map((entry) => f * entry)));
};
