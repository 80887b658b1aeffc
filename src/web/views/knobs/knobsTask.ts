/** Rates on a grid of two knobs, or along one, coarse to fine. */
import { isTheoryError } from "../../../errors.js";
import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type RateResult, rateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { TaskContext } from "../../engine/task.js";
import { gridOrder } from "./gridOrder.js";
import { type Knob, type KnobAxis, knobValue } from "./knob.js";

export interface KnobsQuestion {
  readonly activation: string;
  /** Steps are powers of 2, the same on both axes. */
  readonly x: KnobAxis;
  /** null: along x alone. */
  readonly y: KnobAxis | null;
  /** The knobs that no axis has. */
  readonly at: Readonly<Record<Knob, number>>;
  readonly weightVariance: number;
  /** So many places of the order are known already. */
  readonly from: number;
}

/** What is known at the next place of the order. */
export interface KnobsPiece {
  readonly result: RateResult | null;
  /** Why there is no result, in the engine's words. */
  readonly problem: string;
}

/** Answers when all has been shown. @throws TheoryError for text that is no activation. */
export async function knobsTask(question: KnobsQuestion, context: TaskContext<KnobsPiece>): Promise<null> {
  const { x, y, at, weightVariance, from } = question;
  const phi = activation(question.activation);
  const order = gridOrder(x.steps, y === null ? 0 : y.steps).slice(from);
  for (const { i, j } of order) {
    const turned = { ...at, [x.knob]: knobValue(x, i), ...(y !== null && { [y.knob]: knobValue(y, j) }) };
    await context.show(pieceOf(() => rateResult(batchNorm({ activation: phi, ...turned, weightVariance }))));
  }
  return null;
}

function pieceOf(compute: () => RateResult): KnobsPiece {
  try {
    return { result: compute(), problem: "" };
  } catch (error) {
    if (!isTheoryError(error)) throw error;
    return { result: null, problem: error.message };
  }
}
