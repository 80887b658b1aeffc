import { over, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { chartTransition, stereographic, stereographicPoint } from "../../../theory/grouping/geometry/stereographic.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { charts, inBothCharts } from "./charts.js";
import { rounding } from "./settings.js";

export const definitionC3 = theorem({
  id: "grouping/definition-c-3",
  kind: "definition",
  title: "The two stereographic charts are smoothly compatible: the change from one to the other is u/|u|^2.",
  notation: { t: "the other chart of the point whose coordinates are u" },
  parameters: charts,
  assumptions: [],
  claim: equation(symbol("t"), over("u", power("|u|", 2))),
  source: paper("Definition C.3"),
  uses: ["grouping/definition-c-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the other chart of the inverse chart's point",
        evaluate: ({ u, pole }) =>
          stereographic(stereographicPoint(inBothCharts(u), pole), pole === "north" ? "south" : "north"),
      },
      right: { name: "u/|u|^2", evaluate: ({ u }) => chartTransition(u) },
      tolerance: rounding,
    },
  ],
});
