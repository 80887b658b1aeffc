import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { hullVertices } from "../../../theory/ladder/expressibility/hullVertices.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hullDistance } from "../ways/hullDistance.js";
import { sizes, tableAt } from "./settings.js";

export const definition2 = theorem({
  id: "ladder/definition-2",
  kind: "definition",
  title:
    "vert(P) counts the rows that are not in the convex hull of the other rows, equal rows counted as several; P is all-vert when every row counts.",
  notation: { vert: "vert(P)", k: "rows at a positive distance from the hull of the others" },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("vert"), symbol("k")),
  source: paper("Definition 1, Definition 2"),
  uses: ["ladder/definition-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "vert(P) and each row, by linear programs and exact certificates",
        evaluate: ({ m, n, seed }) => {
          // the entries are rounded thirds: exactly, a row between two others need not be
          const { rows, count, undecided } = hullVertices(tableAt(m, n, seed), { tolerance: 1e-10 });
          return [count, undecided.length, ...rows.map(({ verdict }) => Number(verdict === "vertex"))];
        },
      },
      right: {
        name: "the distance of each row from the hull of the others, by Wolfe's point of least norm",
        evaluate: ({ m, n, seed }) => {
          const P = tableAt(m, n, seed);
          // distances of fractions with denominators up to 12 are 0 or above 1e-3
          const far = P.map((_, i) => Number(hullDistance(P, i) > 1e-6));
          return [far.reduce((sum, one) => sum + one, 0), 0, ...far];
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "counts" },
    },
  ],
});
