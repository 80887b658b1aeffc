/** Gradient descent on a ladder of independent factors, from weights that keep them apart, for each order of the layers. */
import { type FactorisedOrder, factorisedOrders } from "../../../theory/ladder/disentanglement/factorisedLayer.js";
import { randomFactorisedLadder } from "../../../theory/ladder/disentanglement/randomFactorisedLadder.js";
import { separable } from "../../../theory/ladder/disentanglement/separableWeights.js";
import { teacherTarget, trainFactorised } from "../../../theory/ladder/disentanglement/trainFactorised.js";

export interface FactorsRun {
  readonly order: FactorisedOrder;
  /** Before the first step and after each: the loss, and the largest weight between factors. */
  readonly loss: readonly number[];
  readonly separability: readonly number[];
}

/** Nodes below each factor. */
const SIZES = [2, 1, 3];
const RATE = 0.02;
const STEPS = 60;
/** Of a weight, at the start: near the teacher, so that what is to be learned can be learned. */
const AWAY = 0.2;

export const factorsTask = ({ seed }: { readonly seed: number }): readonly FactorsRun[] => {
  const ladder = randomFactorisedLadder(SIZES, { seed });
  const start = separable(ladder.weights.map((block) => block.map((w, k) => w * (1 + AWAY * Math.cos(seed + k)))));
  return factorisedOrders.map((order) => {
    const target = teacherTarget(ladder, ladder.weights, { order });
    const { steps } = trainFactorised({ ...ladder, target }, start, { order, steps: STEPS, learningRate: RATE });
    return {
      order,
      loss: steps.map(({ loss }) => loss),
      separability: steps.map(({ separability }) => separability),
    };
  });
};
