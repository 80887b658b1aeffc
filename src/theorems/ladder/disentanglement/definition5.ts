import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { separable, separableWeights } from "../../../theory/ladder/disentanglement/separableWeights.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factorised, ladderAt, sizesAt } from "./settings.js";

export const definition5 = theorem({
  id: "ladder/definition-5",
  kind: "definition",
  title: "Weights are separable when node i of alpha sees the nodes S_i of beta only: W is block diagonal.",
  notation: { W_ki: "weight of child k in node i", w_ki: "entry of block i where k is in S_i, else 0" },
  parameters: factorised,
  assumptions: [],
  claim: equation(symbol("W_ki"), symbol("w_ki")),
  source: paper("Definition 5"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "blocks and residual that are read off W with 1/8 added to every weight",
        evaluate: (point) => {
          const W = separable(ladderAt(point).weights).map((row) => row.map((value) => value + 1 / 8));
          const { blocks, residual } = separableWeights(W, sizesAt(point));
          return [...blocks.flat(), residual];
        },
      },
      right: {
        name: "the blocks with 1/8 added, and 1/8 where something lies outside them",
        evaluate: (point) => [
          ...ladderAt(point)
            .weights.flat()
            .map((value) => value + 1 / 8),
          point.nodes > 1 ? 1 / 8 : 0,
        ],
      },
      tolerance: { unit: "abs", limit: 0, why: "numbers are copied" },
    },
  ],
});
