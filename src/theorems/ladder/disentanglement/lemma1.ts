/** Lemma 1: what keeps a representation disentangled. One object a part. */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activationOf, disentangledActivation } from "../../../theory/ladder/disentanglement/disentangledActivation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorsPoint, factors, factorsAt, rounding } from "./settings.js";

const weights = [0.7, -1.3, 0.4];
const functions = [(x: number) => Math.max(0, x), (x: number) => x * x - 1, (x: number) => Math.sin(3 * x), Math.atan];

const several = (point: FactorsPoint) => weights.map((_, sample) => factorsAt(point, sample));
const sizesOf = (point: FactorsPoint) => factorsAt(point).map((f) => f.length);

/** Factors that the test finds, and 1 more than its residual. */
function found(point: FactorsPoint, F: Matrix): readonly number[] {
  const { factors: list, residual } = disentangledActivation(F, { sizes: sizesOf(point) });
  return [...list.flat(), 1 + residual];
}

/** The matrix made of several ones, entry by entry. */
const entrywise = (matrices: readonly Matrix[], make: (values: readonly number[], column: number) => number) =>
  matrices[0]!.map((row, z) =>
    row.map((_, j) =>
      make(
        matrices.map((matrix) => matrix[z]![j]!),
        j,
      ),
    ),
  );

const base = {
  kind: "lemma",
  parameters: factors,
  assumptions: [],
  uses: ["ladder/definition-3"],
  proof: { kind: "cited" },
} as const;

export const lemma1Sum = theorem({
  ...base,
  id: "ladder/lemma-1-1",
  title: "A weighted sum of disentangled activations is disentangled, with the sum of the factors.",
  notation: { f_sum: "factors of sum_i w_i F_i", s_f: "sum_i w_i times the factors of F_i" },
  claim: equation(symbol("f_sum"), symbol("s_f")),
  source: paper("Lemma 1 (1)"),
  checks: [
    {
      kind: "routes",
      left: {
        name: "factors and residual of the sum of matrices",
        evaluate: (point) =>
          found(
            point,
            entrywise(several(point).map(activationOf), (values) =>
              values.reduce((sum, x, i) => sum + weights[i]! * x, 0),
            ),
          ),
      },
      right: {
        name: "the sum of the factors, and no residual",
        evaluate: (point) => [
          ...entrywise(several(point), (values) => values.reduce((sum, x, i) => sum + weights[i]! * x, 0)).flat(),
          1,
        ],
      },
      tolerance: rounding,
    },
  ],
});

export const lemma1Function = theorem({
  ...base,
  id: "ladder/lemma-1-2",
  title:
    "A function applied to each column's entries keeps a disentangled activation so: its factors are the function of the factors.",
  notation: { f_h: "factors of h(F), a function h_j a column", h_f: "h_j(f_j)" },
  claim: equation(symbol("f_h"), symbol("h_f")),
  source: paper("Lemma 1 (2)"),
  checks: [
    {
      kind: "routes",
      left: {
        name: "factors and residual of h(F)",
        evaluate: (point) =>
          found(
            point,
            entrywise([activationOf(factorsAt(point))], ([x], j) => functions[j]!(x!)),
          ),
      },
      right: {
        name: "h_j of the factors, and no residual",
        evaluate: (point) => [...factorsAt(point).flatMap((f, j) => f.map((x) => functions[j]!(x))), 1],
      },
      tolerance: rounding,
    },
  ],
});

export const lemma1Product = theorem({
  ...base,
  id: "ladder/lemma-1-3",
  title:
    "The entrywise product of functions of disentangled activations is disentangled, with the product of the functions of the factors.",
  notation: { f_prod: "factors of h_1(F_1) o h_2(F_2) o h_3(F_3)", p_h: "the product of h_i of the factors of F_i" },
  claim: equation(symbol("f_prod"), symbol("p_h")),
  source: paper("Lemma 1 (3)"),
  checks: [
    {
      kind: "routes",
      left: {
        name: "factors and residual of the product of matrices",
        evaluate: (point) =>
          found(
            point,
            entrywise(several(point).map(activationOf), (values, j) =>
              values.reduce((product, x, i) => product * functions[(i + j) % 4]!(x), 1),
            ),
          ),
      },
      right: {
        name: "the product of the functions of the factors, column by column, and no residual",
        evaluate: (point) => {
          const lists = several(point);
          const columns = lists[0]!.map((f, j) =>
            f.map((_, z) => lists.reduce((product, list, i) => product * functions[(i + j) % 4]!(list[j]![z]!), 1)),
          );
          return [...columns.flat(), 1];
        },
      },
      tolerance: rounding,
    },
  ],
});
