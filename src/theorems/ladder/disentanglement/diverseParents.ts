import { domainError } from "../../../numeric/domain.js";
import { times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { disentanglingCoefficients } from "../../../theory/ladder/disentanglement/disentanglingCoefficients.js";
import { randomFactorisedLadder } from "../../../theory/ladder/disentanglement/randomFactorisedLadder.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed } from "./settings.js";

interface Point {
  readonly bits: number;
  readonly more: number;
  readonly seed: number;
}

/** Random tables of that many parents, and marginals of the factors in S. */
function at({ bits, seed: key }: Point, parents: number) {
  const tables = Array.from(
    { length: parents },
    (_, sample) => randomFactorisedLadder([bits], { seed: key, sample }).tables[0]!,
  );
  const { marginals } = randomFactorisedLadder(new Array<number>(bits).fill(1), { seed: key, sample: 99 });
  return { tables, marginals, bit: key % bits };
}

export const diverseParents = theorem({
  id: "ladder/diverse-parents",
  kind: "proposition",
  title:
    "2^s - 1 parents with random tables over s binary factors can make the gradient of a factor disentangled again, fewer can not.",
  notation: {
    T: "p_1 x .. (-1, 1) .. x p_s, the disentangled gradient with sum 0",
    c_a: "coefficients by least squares",
    d_a: "v+ - v- of parent a = 1, ..., n",
  },
  parameters: {
    bits: { set: "integer", min: 1, max: 3, doc: "Binary factors s in S." },
    more: {
      set: "integer",
      min: 0,
      max: 3,
      doc: "Parents beyond 2^s - 1; fewer by one more than that in the second check.",
    },
    seed,
  },
  assumptions: [],
  claim: equation(symbol("T"), call("Sum", times("c_a", "d_a"), symbol("a"), integer(1), symbol("n"))),
  source: paper("Section 7.7.1, Eqn 105"),
  uses: ["ladder/equation-105"],
  proof: {
    kind: "open",
    reason: "The differences span the tensors of sum 0, of dimension 2^s - 1, for almost all tables.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "sum of c (v+ - v-) with the coefficients found",
        evaluate: (point) => {
          const { tables, marginals, bit } = at(point, 2 ** point.bits - 1 + point.more);
          const { coefficients } = disentanglingCoefficients(tables, marginals, bit);
          return tables[0]![0]!.map((_, k) =>
            tables.reduce((sum, table, a) => sum + coefficients[a]! * (table[1]![k]! - table[0]![k]!), 0),
          );
        },
      },
      right: {
        name: "the product of the marginals and (-1, 1)",
        evaluate: (point) => {
          const { marginals, bit } = at(point, 1);
          return Array.from({ length: 2 ** point.bits }, (_, index) =>
            marginals.reduce((product, p, k) => {
              const digit = (index >> (point.bits - 1 - k)) & 1;
              return product * (k === bit ? 2 * digit - 1 : p[digit]!);
            }, 1),
          );
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "rounding times the condition number of random differences, 1e6 at most seeds",
      },
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "1e-9, above all rounding", evaluate: () => 1e-9 },
      right: {
        name: "what fewer parents leave",
        evaluate: (point) => {
          const parents = 2 ** point.bits - 2 - point.more;
          if (parents < 1) throw domainError("parents", parents, "at least one", "Take more bits.");
          const { tables, marginals, bit } = at(point, parents);
          return disentanglingCoefficients(tables, marginals, bit).residual;
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
  ],
});
