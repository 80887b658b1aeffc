import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { stereographic, stereographicPoint } from "../../../theory/grouping/geometry/stereographic.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { charts, inBothCharts } from "./charts.js";
import { rounding } from "./settings.js";

export const definitionC4 = theorem({
  id: "grouping/definition-c-4",
  kind: "definition",
  title: "The two charts are an atlas: each point lies in the closed unit ball of one of them.",
  notation: { r: "the smaller of the lengths of a point's two coordinate vectors" },
  parameters: charts,
  assumptions: [],
  claim: compare("LessEqual", symbol("r"), integer(1)),
  source: paper("Definition C.4"),
  uses: ["grouping/definition-c-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the smaller length",
        evaluate: ({ u, pole }) => {
          const point = stereographicPoint(inBothCharts(u), pole);
          return Math.min(norm(stereographic(point, "north")), norm(stereographic(point, "south")));
        },
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the product of the lengths",
        evaluate: ({ u, pole }) => {
          const point = stereographicPoint(inBothCharts(u), pole);
          return norm(stereographic(point, "north")) * norm(stereographic(point, "south"));
        },
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
});
