import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { disentangledGradient, gradientOf } from "../../../theory/ladder/disentanglement/disentangledGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factors, factorsAt, marginalsAt, rounding } from "./settings.js";

export const definition4 = theorem({
  id: "ladder/definition-4",
  kind: "definition",
  title:
    "A gradient is disentangled when column j of G~ is p_1 x .. g~_j .. x p_n with the probabilities p_i of the other factors.",
  notation: { g_j: "column j of G~ summed over the other factors", h_j: "the factor g~_j of column j" },
  parameters: factors,
  assumptions: [],
  claim: equation(symbol("g_j"), symbol("h_j")),
  source: paper("Definition 4, Eqn 89"),
  uses: ["ladder/definition-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "factors by the tensor-factor test, and 1 more than the residual",
        evaluate: (point) => {
          const marginals = marginalsAt(point);
          const found = disentangledGradient(gradientOf(factorsAt(point), marginals), marginals);
          return [...found.factors.flat(), 1 + found.residual];
        },
      },
      right: {
        name: "the factors that the matrix was built of, and 1",
        evaluate: (point) => [...factorsAt(point).flat(), 1],
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: { name: "entries of G~", evaluate: (point) => gradientOf(factorsAt(point), marginalsAt(point)).flat() },
      right: {
        name: "products of probabilities and one factor, by the digits of the row's number",
        evaluate: (point) => {
          const [g, p] = [factorsAt(point), marginalsAt(point)];
          const rows = g.reduce((product, factor) => product * factor.length, 1);
          return Array.from({ length: rows }, (_, row) => g.map((__, j) => entry(g, p, row, j))).flat();
        },
      },
      tolerance: rounding,
    },
  ],
});

/** Entry of column j in a row, by the digits of its number. */
function entry(g: readonly (readonly number[])[], p: readonly (readonly number[])[], row: number, j: number): number {
  let rest = row;
  let product = 1;
  for (let i = g.length - 1; i >= 0; i--) {
    const digit = rest % g[i]!.length;
    rest = (rest - digit) / g[i]!.length;
    product *= (i === j ? g : p)[i]![digit]!;
  }
  return product;
}
