import { domainError } from "../../../numeric/domain.js";
import { identity, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activationOf } from "../../../theory/ladder/disentanglement/disentangledActivation.js";
import { eventGradient } from "../../../theory/ladder/disentanglement/factorisedLayer.js";
import { kronecker, kroneckerVector } from "../../../theory/ladder/disentanglement/kronecker.js";
import { separable } from "../../../theory/ladder/disentanglement/separableWeights.js";
import { trainFactorised } from "../../../theory/ladder/disentanglement/trainFactorised.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factorised, ladderAt } from "./settings.js";

const { nodes, most, seed } = factorised;

export const binaryFactors = theorem({
  id: "ladder/binary-factors-have-no-gradient",
  kind: "proposition",
  title:
    "With binary factors, batch norm (epsilon 0) directly after the linear layer and separable weights, the update is not only separable but zero: nothing is learned.",
  notation: {
    dW: "the update (P F)^T G~ of any weight: a function of one bit is a combination of 1 and f, both of which the projection removes",
  },
  parameters: {
    nodes,
    most,
    seed,
    order: { set: "choice", of: ["lin-bn", "lin-bn-relu"], doc: "What follows the linear layer." },
  },
  assumptions: [],
  claim: equation(symbol("dW"), integer(0)),
  source: paper("Section 5.2, after Theorem 9"),
  uses: ["ladder/centred-gradient", "ladder/theorem-9"],
  proof: { kind: "open", reason: "span{1, f} holds every function of one bit; not written as steps." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the weights after a step of rate 1",
        evaluate: ({ order, ...point }) => {
          layerAt({ ...point, order });
          const ladder = ladderAt({ ...point, events: 2 });
          const options = { order, steps: 1, epsilon: 0, learningRate: 1 } as const;
          return trainFactorised(ladder, separable(ladder.weights), options).weights.flat();
        },
      },
      right: {
        name: "the weights before it",
        evaluate: ({ order: _, ...point }) => separable(ladderAt({ ...point, events: 2 }).weights).flat(),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "rounding over sigma, which is at least 0.003, and sigma again in the gradient",
      },
    },
    {
      kind: "routes",
      left: {
        name: "the loss with all weights of each node doubled or tripled",
        evaluate: ({ order, ...point }) => {
          const { layer, W } = layerAt({ ...point, order });
          return eventGradient(
            layer,
            W.map((row) => row.map((w, i) => w * (2 + (i % 2)))),
          ).loss;
        },
      },
      right: {
        name: "the loss with the bits' signs alone",
        evaluate: ({ order, ...point }) => {
          const { layer, W } = layerAt({ ...point, order });
          return eventGradient({ ...layer, features: signsOf(multiply(layer.features, W)) }, identity(W[0]!.length))
            .loss;
        },
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding over sigma, which is at least 0.003" },
    },
  ],
});

function layerAt(point: {
  readonly nodes: number;
  readonly most: number;
  readonly seed: number;
  readonly order: "lin-bn" | "lin-bn-relu";
}) {
  const ladder = ladderAt({ ...point, events: 2 });
  const layer = {
    features: multiply(kronecker(ladder.tables), activationOf(ladder.activations)),
    probabilities: kroneckerVector(ladder.marginals),
    target: activationOf(ladder.target),
    order: point.order,
    epsilon: 0,
  };
  const W = separable(ladder.weights);
  const linear = multiply(layer.features, W);
  for (const [j] of linear[0]!.entries()) {
    const column = linear.map((row) => row[j]!);
    if (Math.max(...column) - Math.min(...column) < 0.01) {
      throw domainError("f", "nearly constant", "two values 0.01 apart", "Take another seed.");
    }
  }
  return { layer, W };
}

/** 1 where a column has the larger of its two values, else 0: all that batch norm leaves of a column of two values. */
const signsOf = (rows: readonly (readonly number[])[]) => {
  const middles = rows[0]!.map(
    (_, j) => (Math.max(...rows.map((row) => row[j]!)) + Math.min(...rows.map((row) => row[j]!))) / 2,
  );
  return rows.map((row) => row.map((value, j) => Number(value > middles[j]!)));
};
