/** Where networks go that leave BSB1: the path of a random network, and the fixed point at its end. */
import { activation } from "../../../symbolic/activation/create.js";
import { followDynamics } from "../../../theory/batchnorm/dynamics/dynamics.js";
import { type DynamicsResult, dynamicsResult } from "../../../theory/batchnorm/results/dynamicsResult.js";
import type { TaskContext } from "../../engine/task.js";
import type { Setting } from "./setting.js";

export interface ReachedQuestion extends Setting {
  readonly activations: readonly string[];
  /** 4 .. 512. */
  readonly batch: number;
  readonly seed: number;
}

export type ReachedPiece =
  | {
      readonly kind: "layer";
      readonly index: number;
      readonly layer: number;
      readonly groups: readonly number[] | null;
    }
  | { readonly kind: "result"; readonly index: number; readonly result: DynamicsResult };

/** Layers at most, and between two that are told. */
const STEPS = 300;
const TELL = 5;

/** Seconds an activation. Answers when all has been shown. @throws TheoryError as `dynamics` does. */
export async function reachedTask(question: ReachedQuestion, context: TaskContext<ReachedPiece>): Promise<null> {
  const { activations, batch, epsilon, gamma, beta, weightVariance, seed } = question;
  for (const [index, text] of activations.entries()) {
    const network = { activation: activation(text), batch, epsilon, gamma, beta, weightVariance };
    const path = followDynamics(network, { seed, steps: STEPS });
    for (let layer = 1; ; layer++) {
      const { done, value } = path.next();
      if (done) {
        await context.show({ kind: "result", index, result: dynamicsResult(value) });
        break;
      }
      if (layer % TELL === 0) await context.show({ kind: "layer", index, layer, groups: value?.groups ?? null });
      else await context.pause();
    }
  }
  return null;
}
