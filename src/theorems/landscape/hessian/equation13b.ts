import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { betweenLayers, pairsBelow } from "../ways/kronecker.js";
import { readingOf, response } from "./responses.js";
import { type NetworkSizes, notation, rounding, sizes } from "./settings.js";

/** All pairs p < q <= L of the first sample. */
const between = (values: NetworkSizes, order: "descending" | "ascending") => {
  const reading = readingOf(values);
  return pairsBelow(reading.L).flatMap((pair) => betweenLayers(reading, ...pair, order).flat());
};

const responses = (values: NetworkSizes) =>
  pairsBelow(values.hidden + 1).flatMap(([p, q]) => {
    const columns = response(values, p, q - 1, "h");
    return columns[0]!.flatMap((_, i) => columns.map((column) => column[i]!));
  });

export const equation13b = theorem({
  id: "landscape/equation-13b",
  kind: "formula",
  title: "The second factor of a block is the derivative of layer q - 1 by what layer p is given.",
  notation: {
    ...notation,
    J: "dh_(q-1)/dz_p",
    C: "prod_(j = p+1)^(q-1) (dg(h'_j) W_j^T) dg(h'_p), j descending from the left",
    C_up: "the same with j ascending",
  },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("J"), symbol("C")),
  source: paper("eq. (13b)"),
  uses: ["landscape/equation-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "product of gates and weights", evaluate: (values) => between(values, "descending") },
      right: { name: "dual numbers, a unit at a time", evaluate: responses },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("J"), symbol("C_up")),
    says: "The product over j is printed ascending; its transposed factors must descend.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 3, n: 2, m: 1, seed: 8 },
      left: { name: "dual numbers, a unit at a time", evaluate: responses },
      right: { name: "product with j ascending", evaluate: (values) => between(values, "ascending") },
      tolerance: rounding,
    },
  },
});
