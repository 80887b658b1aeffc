import { minus, over, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
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
        // a central difference at two lengths, extrapolated: the errors of order h^2 and h^4 cancel
        name: "central differences of f/|f|, extrapolated twice",
        evaluate: ({ f }) => {
          const r = Math.hypot(...differing(f));
          return f.flatMap((_, i) => f.map((__, j) => extrapolated((h) => slope(f, i, j, h), 0.02 * r)));
        },
      },
      right: {
        name: "(I - f f^T/|f|^2)/|f|",
        evaluate: ({ f }) => {
          const r = Math.hypot(...f);
          return f.flatMap((a, i) => f.map((b, j) => (Number(i === j) - (a * b) / (r * r)) / r));
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "the terms of order h^6 at h = |f|/50, and rounding over h" },
    },
  ],
});

function slope(f: readonly number[], i: number, j: number, h: number): number {
  const at = (shift: number) => {
    const moved = f.map((value, k) => (k === j ? value + shift : value));
    return moved[i]! / Math.hypot(...moved);
  };
  return (at(h) - at(-h)) / (2 * h);
}

function extrapolated(value: (h: number) => number, h: number): number {
  const [a, b, c] = [value(h), value(h / 2), value(h / 4)];
  const [d, e] = [(4 * b - a) / 3, (4 * c - b) / 3];
  return (16 * e - d) / 15;
}
