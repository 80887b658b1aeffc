import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { backwardGradient } from "../../../theory/ladder/disentanglement/backwardGradient.js";
import { kronecker, kroneckerVector } from "../../../theory/ladder/disentanglement/kronecker.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factorised, ladderAt, rounding } from "./settings.js";

export const equation102 = theorem({
  id: "ladder/equation-102",
  kind: "formula",
  title: "The joint law of the children's factors in S_i is P_i^T p_i, with the order of bits that P_i's columns have.",
  notation: { p_S: "P(beta[S_i])", q_S: "P_i^T p_alpha[i]" },
  parameters: factorised,
  assumptions: [],
  claim: equation(symbol("p_S"), symbol("q_S")),
  source: paper("Eqn 102, Eqn 103"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P_i^T p_i of each run",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return backwardGradient(ladder, ladder).joint.flat();
        },
      },
      right: {
        name: "the law of all of beta's factors, summed over those of other runs",
        evaluate: (point) => {
          const { tables, marginals, sizes } = ladderAt(point);
          const prior = kroneckerVector(marginals);
          const table = kronecker(tables);
          const law = table[0]!.map((_, b) => prior.reduce((sum, p, a) => sum + p * table[a]![b]!, 0));
          let left = sizes.reduce((sum, size) => sum + size, 0);
          return sizes.flatMap((size) => {
            left -= size;
            const sums = new Array<number>(2 ** size).fill(0);
            for (const [b, p] of law.entries()) sums[(b >> left) & (2 ** size - 1)]! += p;
            return sums;
          });
        },
      },
      tolerance: rounding,
    },
  ],
});
