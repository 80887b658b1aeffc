import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { expressibility, losslessLayer } from "../../../theory/ladder/expressibility/expressibility.js";
import { hullVertices } from "../../../theory/ladder/expressibility/hullVertices.js";
import { concatenated } from "../../../theory/ladder/expressibility/separators.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hullDistance } from "../ways/hullDistance.js";
import { leafEvents, leaves, present } from "./settings.js";

/** Few enough events for a linear program a row. */
function countsAt(point: { readonly leaves: number; readonly most: number; readonly seed: number }) {
  const counts = leafEvents(point);
  return present("small leaves", expressibility(counts).events <= 16 ? counts : null);
}

export const concatenationAllVertices = theorem({
  id: "ladder/all-vert-concatenation",
  kind: "proposition",
  title:
    "On a lossless ladder the concatenation [P_1 P_2 ...] is always all-vert, while no single P_beta is unless it alone tells all events apart.",
  notation: { vert_C: "vert([P_1 P_2 ...])", m: "events of the region" },
  parameters: leaves,
  assumptions: [],
  claim: equation(symbol("vert_C"), symbol("m")),
  source: paper("Theorem 6"),
  uses: ["ladder/definition-2"],
  proof: {
    kind: "open",
    reason: "Rows of zeros and ones are vertices of the cube, and rows that repeat are none; not written as steps.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "vert of the concatenation and of each table, by linear programs",
        evaluate: (point) => {
          const { tables } = losslessLayer(countsAt(point));
          return [hullVertices(concatenated(tables)).count, ...tables.map((table) => hullVertices(table).count)];
        },
      },
      right: {
        name: "m; and m for a leaf with m events, else the events that occur once: none",
        evaluate: (point) => {
          const counts = countsAt(point);
          const { events } = expressibility(counts);
          return [events, ...counts.map((count) => (count === events ? events : 0))];
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "counts" },
      cases: { count: 60, why: "up to 64 linear programs a point" },
    },
    {
      kind: "routes",
      left: {
        name: "rows at a positive distance from the hull of the others",
        evaluate: (point) => {
          const rows = concatenated(losslessLayer(countsAt(point)).tables);
          return rows.filter((_, i) => hullDistance(rows, i) > 1e-6).length;
        },
      },
      right: { name: "m", evaluate: (point) => expressibility(countsAt(point)).events },
      tolerance: { unit: "abs", limit: 0, why: "counts" },
    },
  ],
});
