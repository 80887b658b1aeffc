import { multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { randomFactorisedLadder } from "../../../theory/ladder/disentanglement/randomFactorisedLadder.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed } from "./settings.js";

interface ParentsPoint {
  readonly parents: number;
  readonly bits: number;
  readonly seed: number;
}

/** Of each parent: the table of its first factor over S_1, g~ with sum 0, one weight. */
const parentsAt = ({ parents, bits, seed: key }: ParentsPoint) =>
  Array.from({ length: parents }, (_, sample) => {
    const { tables, gradients, weights } = randomFactorisedLadder([bits], { seed: key, sample });
    return { table: tables[0]!, gradient: gradients[0]!, weight: weights[0]![0]! };
  });

const added = (lists: readonly (readonly number[])[]) =>
  lists[0]!.map((_, k) => lists.reduce((sum, list) => sum + list[k]!, 0));

/** sum_alpha P^T g~ w. */
const received = (point: ParentsPoint) =>
  added(
    parentsAt(point).map(({ table, gradient, weight }) =>
      multiply(
        transpose(table),
        gradient.map((g) => [g * weight]),
      ).map(([value]) => value!),
    ),
  );

export const equation105 = theorem({
  id: "ladder/equation-105",
  kind: "formula",
  title:
    "For centred gradients, what a binary factor receives from its parents is a combination of v+ - v-, the differences of the two rows of their tables.",
  notation: {
    G: "sum over the parents of P_alpha^T g~_alpha w_alpha",
    c_a: "g~_alpha(1) w_alpha of parent a = 1, ..., n",
    d_a: "v+ - v-: P(beta[S] | alpha = 1) - P(beta[S] | alpha = 0)",
  },
  parameters: {
    parents: { set: "integer", min: 1, max: 5, doc: "Parents n of the region beta." },
    bits: { set: "integer", min: 1, max: 4, doc: "Factors in S." },
    seed,
  },
  assumptions: [],
  claim: equation(symbol("G"), call("Sum", times("c_a", "d_a"), symbol("a"), integer(1), symbol("n"))),
  source: paper("Eqn 105"),
  uses: ["ladder/equation-101"],
  proof: { kind: "open", reason: "P^T g~ = g~(0) v- + g~(1) v+ and g~(0) = -g~(1); not written as steps." },
  checks: [
    {
      kind: "routes",
      left: { name: "sum of P^T g~ w", evaluate: received },
      right: {
        name: "sum of c (v+ - v-), the rows of the tables",
        evaluate: (point) =>
          added(
            parentsAt(point).map(({ table, gradient, weight }) =>
              table[1]!.map((value, k) => gradient[1]! * weight * (value - table[0]![k]!)),
            ),
          ),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("G"), call("Sum", times("c_a", "e_a"), symbol("a"), integer(1), symbol("n"))),
    says: "P = [v- v+] is printed, which makes v- and v+ (and e_a, their difference) columns of the 2 x 2^s table; they are its rows.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { parents: 1, bits: 1, seed: 1 },
      left: { name: "sum of P^T g~ w", evaluate: received },
      right: {
        name: "sum of c times the second column less the first",
        evaluate: (point) =>
          added(
            parentsAt(point).map(({ table, gradient, weight }) =>
              table.map((row) => gradient[1]! * weight * (row[1]! - row[0]!)),
            ),
          ),
      },
      tolerance: rounding,
    },
  },
});
