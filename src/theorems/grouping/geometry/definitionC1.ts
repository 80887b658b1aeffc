import { norm, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { stereographic, stereographicPoint } from "../../../theory/grouping/geometry/stereographic.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { charts } from "./charts.js";
import { rounding } from "./settings.js";

export const definitionC1 = theorem({
  id: "grouping/definition-c-1",
  kind: "definition",
  title: "The stereographic projection is a chart of the sphere without its pole: it and its inverse undo each other.",
  notation: { u: "a point of R^n", c: "its point of the sphere, sent back by the chart" },
  parameters: charts,
  assumptions: [],
  claim: equation(symbol("c"), symbol("u")),
  source: paper("Definition C.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the stereographic chart of the inverse chart's point",
        evaluate: ({ u, pole }) => stereographic(stereographicPoint(u, pole), pole),
      },
      right: { name: "u", evaluate: ({ u }) => u },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the inverse chart's point of the chart of a unit vector",
        evaluate: ({ u, pole }) => stereographicPoint(stereographic(unit([...u, 0.3]), pole), pole),
      },
      right: { name: "the unit vector", evaluate: ({ u }) => unit([...u, 0.3]) },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the length of the inverse chart's point",
        evaluate: ({ u, pole }) => norm(stereographicPoint(u, pole)),
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
});
