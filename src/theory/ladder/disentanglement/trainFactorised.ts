/**
 * Gradient descent on a factorised ladder: weights that start separable stay so as long as the gradient at the linear layer is centred, which batch norm directly
 * after that layer makes it (with or without a ReLU behind). With batch norm behind the ReLU, or none, the update leaves the blocks.
 *
 * Source: Sec. 5.2 and Theorem 9 of the ladder paper, "centred gradient is guaranteed if we insert batch norm after linear layers". Ours: that it must come
 * directly after them.
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, list, modest, optional, settingsOf, text, vector } from "../../../numeric/shape.js";
import { factorisedShape, trainedShape } from "../shapes.js";
import { activationOf, disentangledActivation } from "./disentangledActivation.js";
import { type EventLayer, eventGradient, type FactorisedOrder, factorisedOrders } from "./factorisedLayer.js";
import { assertBlocks, assertFactors, checkedChild, type FactorisedChild } from "./factorisedTable.js";
import { kronecker, kroneckerVector } from "./kronecker.js";
import { separable, separableWeights } from "./separableWeights.js";

export interface FactorisedLadder extends FactorisedChild {
  /** P(alpha[i]) of each factor; P(z_alpha) is their product. */
  readonly marginals: readonly Vector[];
  /** f*_i: what node i should give for each event of alpha[i]. */
  readonly target: readonly Vector[];
}

export interface TrainingOptions {
  readonly order: FactorisedOrder;
  /** Default 0.5. */
  readonly learningRate?: number;
  /** Gradient steps, 0 to 10 000, default 50. */
  readonly steps?: number;
  /** Of batch norm, default 0.01. With 0 the gradient of a binary factor is exactly 0: a function of one bit is a constant and a multiple of f. */
  readonly epsilon?: number;
}

/** What separable weights give, as a target that can be reached: f*_i of each node. Errors as `trainFactorised`. */
export function teacherTarget(
  ladder: Omit<FactorisedLadder, "target">,
  blocks: readonly Vector[],
  options: Pick<TrainingOptions, "order" | "epsilon">,
): readonly Vector[] {
  assertShapes(
    { ladder: factorisedShape, blocks: list(vector), options: settingsOf({ order: text, epsilon: optional(modest) }) },
    { ladder, blocks, options },
  );
  const { order, epsilon = 0.01 } = options;
  const target = ladder.tables.map((table) => table.map(() => 0));
  const { layer, events } = layerOf({ ...ladder, target }, order, epsilon);
  assertBlocks("blocks", blocks, ladder.sizes);
  return disentangledActivation(eventGradient(layer, separable(blocks)).output, { sizes: events }).factors;
}

export interface TrainingStep {
  readonly step: number;
  /** 1/2 sum_j E_z (f*_j - F_j)^2, before the step. */
  readonly loss: number;
  /** The largest weight outside the blocks. */
  readonly separability: number;
  /** The largest |1^T G~_:j| at the linear layer's output. */
  readonly centring: number;
  /** How far the output is from Definition 3, `disentangledActivation`. */
  readonly entanglement: number;
}

export interface FactorisedRun {
  /** Before the first step, and after each. */
  readonly steps: readonly TrainingStep[];
  /** n_beta x n_alpha after the last step. */
  readonly weights: Matrix;
}

/**
 * The run. ladder: as for `disentangledForward`, one child; weights: where it starts, n_beta x n_alpha, separable or not.
 *
 * Every step has the full gradient over all events, with probabilities P(z_alpha). The entries off the blocks are trained like the others: that they stay at
 * rounding is a result, as long as the run is stable against them. @throws TheoryError "domain": sizes that do not fit, rows that are no probabilities, a node that is constant (named) with epsilon = 0, weights that grow
 * beyond all numbers (the learning rate is too large).
 */
export function trainFactorised(ladder: FactorisedLadder, weights: Matrix, options: TrainingOptions): FactorisedRun {
  assertShapes(
    { ladder: trainedShape, weights: anyMatrix, options: settingsOf({ order: text, epsilon: optional(modest) }) },
    { ladder, weights, options },
  );
  const { order, learningRate = 0.5, steps = 50, epsilon = 0.01 } = options;
  const { layer, sizes, events } = layerOf(ladder, order, epsilon);
  assertMatrix("weights", weights, { rows: ladder.activations.length, columns: ladder.sizes.length });
  if (!Number.isFinite(learningRate)) throw domainError("learningRate", learningRate, "a finite number", "Try 0.5.");
  assertInteger("steps", steps, 0, 10_000);
  const rows: TrainingStep[] = [];
  let W: Matrix = weights.map((row) => [...row]);
  for (let step = 0; ; step++) {
    const { loss, output, gradient, dW } = eventGradient(layer, W);
    if (!Number.isFinite(loss)) {
      throw domainError(
        "learningRate",
        learningRate,
        `a rate with a finite loss (step ${step})`,
        "Take a smaller one.",
      );
    }
    rows.push({
      step,
      loss,
      separability: separableWeights(W, sizes).residual,
      centring: Math.max(...sizes.map((_, j) => Math.abs(gradient.reduce((sum, row) => sum + row[j]!, 0)))),
      entanglement: disentangledActivation(output, { sizes: events }).residual,
    });
    if (step === steps) return { steps: rows, weights: W };
    W = W.map((row, k) => row.map((value, j) => value + learningRate * dW[k]![j]!));
  }
}

function layerOf(ladder: FactorisedLadder, order: FactorisedOrder, epsilon: number) {
  const { tables, activations, sizes } = checkedChild(ladder);
  assertFactors("marginals", ladder.marginals, tables);
  for (const [i, p] of ladder.marginals.entries()) assertProbabilities(`marginals[${i}]`, p);
  assertFactors("target", ladder.target, tables);
  if (!factorisedOrders.includes(order)) {
    throw domainError("order", order, factorisedOrders.join(", "), "Name one of them.");
  }
  const layer: EventLayer = {
    features: multiply(kronecker(tables), activationOf(activations)),
    probabilities: kroneckerVector(ladder.marginals),
    target: activationOf(ladder.target),
    order,
    epsilon,
  };
  return { layer, sizes, events: tables.map((table) => table.length) };
}
