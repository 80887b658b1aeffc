import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { lawOfNamed } from "../../../theory/grouping/system/eventRepresentation.js";
import { fibreProduct, plainProduct } from "../../../theory/grouping/system/fibreProduct.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import type { randomParts } from "../ways/randomSystems.js";
import { branches } from "./forkSystem.js";

const outputs = ["s1.coupled", "s2.coupled"];

/** P(h~ of s at each x): sum_h nu Q. */
const coupledGiven = (parts: ReturnType<typeof randomParts>, s: string, x: number, value: number): number => {
  const { indicator, coupled } = parts.kernels.get(s)!;
  return indicator.rows[x]!.reduce((sum, nu, h) => sum + nu * coupled.rows[x * indicator.to + h]![value]!, 0);
};

const byMixture = {
  name: "mixture over the shared source, term by term",
  evaluate: ({ m, seed: own }: { readonly m: number; readonly seed: number }) => {
    const { parts } = branches(m, own);
    const law = parts.sources.get("s0")!;
    return range(4).map((cell) =>
      law.reduce((sum, p, x) => {
        const [a, b] = [Math.floor(cell / 2), cell % 2];
        return sum + p * coupledGiven(parts, "s1", x, a) * coupledGiven(parts, "s2", x, b);
      }, 0),
    );
  },
};

export const sharedAncestors = theorem({
  id: "grouping/algorithm-1-product",
  kind: "theorem",
  title:
    "Event representations are to be glued along the random elements that they share; the plain product makes independent copies of them.",
  notation: {
    P_ab: "P(h~_1 = a, h~_2 = b) of two representations over one source, glued",
    s_ab: "the sum over x of p(x) P(a given x) P(b given x)",
    "P_ab'": "the same under the plain product",
  },
  parameters: { m: size(1, 5, "States of the shared source."), seed },
  assumptions: [],
  claim: equation(symbol("P_ab"), symbol("s_ab")),
  source: paper("Algorithm 1, the product of the predecessors' spaces"),
  uses: ["grouping/definition-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the fibre product",
        evaluate: ({ m, seed: own }) => {
          const { first, second } = branches(m, own);
          return lawOfNamed(fibreProduct(first, second), outputs).weights;
        },
      },
      right: byMixture,
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("P_ab'"), symbol("s_ab")),
    says: "The product of the predecessors' spaces holds every shared ancestor once for each predecessor, and the copies are independent: the predecessors' outputs lose the dependence that they have through it.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 2, seed: 1 },
      left: {
        name: "the plain product",
        evaluate: ({ m, seed: own }) => {
          const { first, second } = branches(m, own);
          return lawOfNamed(plainProduct(first, second), outputs).weights;
        },
      },
      right: byMixture,
      tolerance: rounding,
    },
  },
});
