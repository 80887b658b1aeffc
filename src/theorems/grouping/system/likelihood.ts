import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { sSystem } from "../../../theory/grouping/system/sSystem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding } from "../ways/parameters.js";
import { type Generators, orderOf, randomGenerators } from "../ways/randomOrders.js";
import { lawByEnumeration, parentsOf, randomParts } from "../ways/randomSystems.js";
import { states, systems } from "./settings.js";

/** 0 < a < b, c < d: two paths lead from d to a. */
const kite: Generators = {
  n: 5,
  pairs: [
    [0, 1],
    [1, 2],
    [1, 3],
    [2, 4],
    [3, 4],
  ],
};

/** How often the nested product over predecessors, from the top down, has the factor of each element; that of the source is there once. */
function nestedPowers(generators: Generators, top: number): readonly number[] {
  const parents = parentsOf(generators);
  const powers = parents.map(() => 0);
  const visit = (s: number): void => {
    powers[s]! += 1;
    for (const p of parents[s]!) visit(p);
  };
  visit(top);
  return powers.map((power, s) => (parents[s]!.length === 0 ? 1 : power));
}

/** The sum over all states of the product of the elements' factors with these powers. */
function totalWith(generators: Generators, seed: number, powers: readonly number[]): number {
  const parts = randomParts(seed, generators, states);
  const once = lawByEnumeration(generators, parts);
  const again = powers.reduce(
    (factors, power, s) => {
      if (power === 1) return factors;
      const without = lawByEnumeration(generators, parts, s);
      return factors.map((factor, i) => (once[i] === 0 ? 0 : factor * (once[i]! / without[i]!) ** (power - 1)));
    },
    [...once],
  );
  return again.reduce((sum, p) => sum + p, 0);
}

export const likelihood = theorem({
  id: "grouping/appendix-g-likelihood",
  kind: "formula",
  title:
    "The likelihood of an S-System has one factor for each element of the poset; a product nested over predecessors has one for each path from the top.",
  notation: {
    S: "the sum over all states of the product with one factor for each element",
    "S'": "the same with one factor for each path from the top, and one for the source",
  },
  parameters: systems,
  assumptions: [],
  claim: equation(symbol("S"), term(1)),
  source: paper("Appendix G, p(X; theta)"),
  uses: ["grouping/definition-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the law of the S-System, summed",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          const { whole } = sSystem(orderOf(generators), randomParts(seed, generators, states));
          return whole.law.weights.reduce((sum, p) => sum + p, 0);
        },
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("S'"), term(1)),
    says: "The product is nested: for each predecessor of the top element, for each of its predecessors, and so on. On 0 < a < b, c < d the factor of a occurs twice, and the sum over all states is less than 1: this is no law.",
    damaged: true,
    refutation: {
      kind: "point",
      at: { n: 5, kind: "any", seed: 1 },
      left: {
        name: "the nested product on 0 < a < b, c < d, summed",
        evaluate: ({ seed }) => totalWith(kite, seed, nestedPowers(kite, 4)),
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  },
});
