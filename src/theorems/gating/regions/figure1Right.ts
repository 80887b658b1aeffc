import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { reluPathRegion } from "../../../theory/gating/regions/reluPathRegion.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

/** Nodes x1 and relu(-x2), and above them one that reads eps relu(-x2): shut for x2 < 0 where eps < 0, else open. */
const network = (eps: number) => [
  [
    [1, 0],
    [0, -1],
  ],
  [[0, eps]],
];

const isNegative = call("Less", symbol("eps"), integer(0));

export const figure1Right = theorem({
  id: "gating/figure-1-right",
  kind: "remark",
  title:
    "The active path region of a ReLU network jumps with a parameter: from the right half-plane to the first quadrant as eps becomes negative.",
  notation: { area: "of A_pi in [-1,1]^2", eps: "the weight between two nodes" },
  parameters: {
    eps: { set: "real", min: -1, max: 1, doc: "Weight from relu(-x2) to the upper node." },
  },
  assumptions: [],
  claim: equation(symbol("area"), call("Conditional", isNegative, integer(1), integer(2))),
  source: paper("section 2.1, Figure 1 (right)"),
  uses: ["gating/definition-active-path-region"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "area of the union of exact cells",
        evaluate: ({ eps }) => reluPathRegion(network(eps), [0, 0]).areaNumber,
      },
      right: { name: "the half or the quarter of the square", evaluate: ({ eps }) => (eps < 0 ? 1 : 2) },
      tolerance: { unit: "abs", limit: 0, why: "exact" },
    },
  ],
});
