import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { pathPolygon } from "../../../theory/gating/regions/pathPolygon.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

const vanishes = call("Equal", symbol("eps"), integer(0));

export const linearGatesJump = theorem({
  id: "gating/linear-gates-jump",
  kind: "remark",
  title:
    "Active path regions of a DLGN jump too, where the normal of a neuron vanishes: discontinuity alone does not tell them from those of ReLU networks.",
  notation: {
    area: "of A_pi in [-1,1]^2, for a neuron eta_1 = eps x_1 + 2 x_2 below eta_2 = eta_1 - 2 x_2",
    eps: "the weight that vanishes",
  },
  parameters: { eps: { set: "real", min: -1, max: 1, doc: "Weight of the first input." } },
  assumptions: [],
  claim: equation(symbol("area"), call("Conditional", vanishes, integer(4), integer(2))),
  source: paper("section 2.1"),
  uses: ["gating/definition-active-path-region", "gating/figure-1-right"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "area of the exact polygon of the upper neuron",
        evaluate: ({ eps }) =>
          pathPolygon(
            [
              [
                [eps, 2],
                [0, 2],
                [0, 0],
              ],
              [[1, -1, 0]],
            ],
            [2, 0],
          ).areaNumber,
      },
      right: { name: "the half of the square, or all of it", evaluate: ({ eps }) => (eps === 0 ? 4 : 2) },
      tolerance: { unit: "abs", limit: 0, why: "exact" },
    },
  ],
});
