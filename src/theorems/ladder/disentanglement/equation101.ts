import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { backwardGradient } from "../../../theory/ladder/disentanglement/backwardGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorisedPoint, factorised, ladderAt, rounding } from "./settings.js";

/** Entries of G~ below: products over the runs of beta's factors, by the digits of the row's number. */
function byRuns(point: FactorisedPoint): number[] {
  const { sizes, tables, weights, gradients, marginals } = ladderAt(point);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const through = (i: number, joint: number, v: readonly number[]) =>
    tables[i]!.reduce((sum, row, z) => sum + row[joint]! * v[z]!, 0);
  const rows = Array.from({ length: 2 ** total }, (_, row) => {
    let left = total;
    const joint = sizes.map((size) => {
      left -= size;
      return (row >> left) & (2 ** size - 1);
    });
    return sizes.flatMap((_size, i) => {
      const column = sizes.reduce(
        (product, __, j) => product * through(j, joint[j]!, i === j ? gradients[j]! : marginals[j]!),
        1,
      );
      return weights[i]!.map((w) => w * column);
    });
  });
  return rows.flat();
}

export const equation101 = theorem({
  id: "ladder/equation-101",
  kind: "formula",
  title:
    "One layer below, the columns of a disentangled gradient are w_ik P_i^T g~_i x the joint laws p_beta[S_j] of the other runs (the text cites Eqn 102 for it).",
  notation: {
    G_ik: "column of P^T G~ W^T for child k in S_i",
    w_ik: "weight of child k in node i",
    T_i: "p_beta[S_1] x .. P_i^T g~_i .. x p_beta[S_n]",
  },
  parameters: factorised,
  assumptions: [],
  claim: equation(symbol("G_ik"), times("w_ik", "T_i")),
  source: paper("Eqn 98, Eqn 99, Eqn 100, Eqn 101, Eqn 104"),
  uses: ["ladder/definition-4", "ladder/equation-102"],
  proof: { kind: "open", reason: "(A x B)(C x D) = AC x BD; not written as steps." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P^T G~ W^T by matrices of the whole ladder",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return backwardGradient(ladder, ladder).gradient.flat();
        },
      },
      right: { name: "products over the runs", evaluate: byRuns },
      tolerance: rounding,
    },
  ],
});
