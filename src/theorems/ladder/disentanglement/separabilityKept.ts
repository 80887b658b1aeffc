import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { separable } from "../../../theory/ladder/disentanglement/separableWeights.js";
import { teacherTarget, trainFactorised } from "../../../theory/ladder/disentanglement/trainFactorised.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorisedPoint, factorised, ladderAt } from "./settings.js";

interface Point extends FactorisedPoint {
  readonly order: "lin-bn" | "lin-bn-relu";
  readonly steps: number;
}

/** A student that starts near a teacher with separable weights. */
function runAt({ order, steps, ...point }: Point) {
  const ladder = ladderAt(point);
  const target = teacherTarget(ladder, ladder.weights, { order, epsilon: 0.1 });
  const start = ladder.weights.map((block) => block.map((w, k) => w * (1 + 0.3 * Math.cos(k + point.seed))));
  return trainFactorised({ ...ladder, target }, separable(start), { order, steps, epsilon: 0.1, learningRate: 0.1 });
}

export const separabilityKept = theorem({
  id: "ladder/separability-kept",
  kind: "proposition",
  title:
    "Gradient descent from separable weights on a factorised ladder keeps them separable and the activations disentangled, with batch norm directly after the linear layer.",
  notation: { w_off: "any weight outside the blocks, after any number of steps" },
  parameters: {
    ...factorised,
    order: { set: "choice", of: ["lin-bn", "lin-bn-relu"], doc: "What follows the linear layer." },
    steps: { set: "integer", min: 1, max: 10, doc: "Steps of gradient descent over all events." },
  },
  assumptions: [],
  claim: equation(symbol("w_off"), integer(0)),
  source: paper("Section 5.2"),
  uses: ["ladder/theorem-8", "ladder/theorem-9", "ladder/centred-gradient"],
  proof: {
    kind: "open",
    reason: "Theorem 8 and Theorem 9 in turn; the loss is a sum over nodes, so that its gradient is disentangled.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "1 plus the largest weight off the blocks and the largest entanglement, over all steps",
        evaluate: (point) => {
          const { steps } = runAt(point);
          return [
            1 + Math.max(...steps.map(({ separability }) => separability)),
            1 + Math.max(...steps.map(({ entanglement }) => entanglement)),
          ];
        },
      },
      right: { name: "1", evaluate: () => [1, 1] },
      tolerance: {
        unit: "abs",
        limit: 1e-9,
        why: "rounding, which each of ten steps can multiply by 1 + rate times curvature, 5 or so",
      },
      cases: { count: 100, why: "each is a run of training" },
    },
  ],
});
