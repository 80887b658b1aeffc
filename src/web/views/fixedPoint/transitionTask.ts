/** Where max(x, 0)^alpha loses its symmetric fixed point. */
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type Transition, transition } from "../../../theory/batchnorm/transition.js";
import { alphas, powerOf } from "./power.js";

export interface TransitionCurve {
  readonly transition: Transition;
  /** The largest forward eigenvalue of BSB1, with its error, by alpha. */
  readonly points: readonly { readonly alpha: number; readonly forwardMax: number; readonly error: number }[];
}

/** @throws TheoryError "domain" for a batch that is not an integer from 2. */
export function transitionTask(batch: number): TransitionCurve {
  const points = alphas.map((alpha) => {
    const { forwardMax } = batchNorm({ activation: powerOf(alpha), batch }).stability;
    return { alpha, forwardMax: forwardMax.value, error: forwardMax.error };
  });
  return { transition: transition(batch), points };
}
