import { minus, over, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { batch, differing } from "./settings.js";

export const equation76 = theorem({
  id: "ladder/equation-76",
  kind: "lemma",
  title: "The derivative of f/|f| is the projection off f over |f|.",
  notation: { D_ij: "derivative of entry i of f/|f| by f_j", e_ij: "1 for i = j, else 0", r: "|f|" },
  parameters: batch,
  assumptions: [],
  claim: equation(symbol("D_ij"), over(minus("e_ij", over(times("f_i", "f_j"), power("r", 2))), "r")),
  source: paper("Eqn 76"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of f/|f|, extrapolated",
        evaluate: ({ f }) => {
          const r = Math.hypot(...differing(f));
          return f.flatMap((_, i) => f.map((__, j) => slopeByDifferences((h) => entryAt(f, i, j, h), 0, r)));
        },
      },
      right: {
        name: "(I - f f^T/|f|^2)/|f|",
        evaluate: ({ f }) => {
          const r = Math.hypot(...f);
          return f.flatMap((a, i) => f.map((b, j) => (Number(i === j) - (a * b) / (r * r)) / r));
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "extrapolated differences keep eleven digits or more" },
    },
  ],
});

/** Entry i of f/|f| with f_j + h in place of f_j. */
function entryAt(f: readonly number[], i: number, j: number, h: number): number {
  const moved = f.map((value, k) => (k === j ? value + h : value));
  return moved[i]! / Math.hypot(...moved);
}
