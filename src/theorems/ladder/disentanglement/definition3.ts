import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activationOf, disentangledActivation } from "../../../theory/ladder/disentanglement/disentangledActivation.js";
import { kroneckerVector } from "../../../theory/ladder/disentanglement/kronecker.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factors, factorsAt, rounding } from "./settings.js";

export const definition3 = theorem({
  id: "ladder/definition-3",
  kind: "definition",
  title:
    "An activation is disentangled when column j of F is 1 x .. f_j .. x 1, a function of factor j alone, with the factors' order that of the index bits.",
  notation: { F_j: "column j of F", T_j: "1 x .. f_j .. x 1, the first factor most significant" },
  parameters: factors,
  assumptions: [],
  claim: equation(symbol("F_j"), symbol("T_j")),
  source: paper("Definition 3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "f_j read by the digits of the row's number",
        evaluate: (point) => activationOf(factorsAt(point)).flat(),
      },
      right: {
        name: "tensor products of f_j with ones",
        evaluate: (point) => {
          const list = factorsAt(point);
          const columns = list.map((f, j) =>
            kroneckerVector(list.map((other, i) => (i === j ? f : other.map(() => 1)))),
          );
          return columns[0]!.flatMap((_, row) => columns.map((column) => column[row]!));
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "nothing but products with 1" },
    },
    {
      kind: "routes",
      left: {
        name: "factors by the tensor-factor test",
        evaluate: (point) => {
          const list = factorsAt(point);
          return disentangledActivation(activationOf(list), { sizes: list.map((f) => f.length) }).factors.flat();
        },
      },
      right: { name: "the factors that the matrix was built of", evaluate: (point) => factorsAt(point).flat() },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "residual where 1 is added to one entry",
        evaluate: (point) => {
          const list = factorsAt(point);
          const F = activationOf(list).map((row) => [...row]);
          F[0]![0]! += 1;
          return disentangledActivation(F, { sizes: list.map((f) => f.length) }).residual;
        },
      },
      right: {
        name: "1 less its share in the mean",
        evaluate: (point) => {
          const rest = factorsAt(point)
            .slice(1)
            .reduce((product, f) => product * f.length, 1);
          return rest === 1 ? 0 : 1 - 1 / rest;
        },
      },
      tolerance: rounding,
    },
  ],
});
