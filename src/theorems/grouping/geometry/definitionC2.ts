import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { over, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { chartTransition } from "../../../theory/grouping/geometry/stereographic.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { charts, inBothCharts, reflection } from "./charts.js";
import { differences, rounding } from "./settings.js";

export const definitionC2 = theorem({
  id: "grouping/definition-c-2",
  kind: "definition",
  title:
    "The change of charts u/|u|^2 is a diffeomorphism: its Jacobian is a reflection over |u|^2, and it is its own inverse.",
  notation: { J: "the Jacobian of the change of charts", R: "I - 2 u u^T/|u|^2" },
  parameters: charts,
  assumptions: [],
  claim: equation(symbol("J"), over("R", power("|u|", 2))),
  source: paper("Definition C.2"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "|u|^2 times the Jacobian, by differences",
        evaluate: ({ u }) => {
          const size = norm(inBothCharts(u));
          return u.flatMap((_, i) =>
            u.map((x, j) => {
              const along = (at: number) => chartTransition(u.map((y, k) => (k === j ? at : y)))[i]!;
              return size ** 2 * slopeByDifferences(along, x, size / 2);
            }),
          );
        },
      },
      right: { name: "the reflection", evaluate: ({ u }) => reflection(u).flat() },
      tolerance: { ...differences, unit: "abs" },
    },
    {
      kind: "routes",
      left: {
        name: "the change of charts, twice",
        evaluate: ({ u }) => chartTransition(chartTransition(inBothCharts(u))),
      },
      right: { name: "u", evaluate: ({ u }) => u },
      tolerance: rounding,
    },
  ],
});
