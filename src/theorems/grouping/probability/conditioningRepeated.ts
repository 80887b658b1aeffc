import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditioningExtension } from "../../../theory/grouping/probability/conditioningExtension.js";
import { composeKernels } from "../../../theory/grouping/probability/markovKernel.js";
import { lawOf } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomKernel, range } from "../ways/randomSpaces.js";
import { type DrawSizes, drawnElement } from "./draws.js";

const LAST = 3;

function drawn(sizes: DrawSizes) {
  const { stream, element, kernel } = drawnElement(sizes);
  return { element, kernel, next: randomKernel(stream, sizes.k, LAST) };
}

/** sum over x and y of P(x) Q(x, y) R(y, z), term by term. */
const byPaths = {
  name: "all paths, term by term",
  evaluate: (sizes: DrawSizes) => {
    const { element, kernel, next } = drawn(sizes);
    return range(LAST).map((z) =>
      element.values.reduce((sum, x, point) => {
        const steps = kernel.rows[x]!.map((q, y) => element.space.weights[point]! * q * next.rows[y]![z]!);
        return sum + steps.reduce((a, b) => a + b, 0);
      }, 0),
    );
  },
};

export const conditioningRepeated = theorem({
  id: "grouping/definition-a-6-repeated",
  kind: "lemma",
  title: "Conditioning extensions repeat: two in a row give the last element the law of one with the composed kernel.",
  notation: { P_z: "the law of the last element", s_z: "the sum over all paths of P(x) Q(x, y) R(y, z)" },
  parameters: {
    n: size(1, 6, "Points of the space."),
    m: size(1, 4, "States of T1."),
    k: size(1, 4, "States of T2."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("P_z"), symbol("s_z")),
  source: paper("Definition A.6: it can be repeated"),
  uses: ["grouping/definition-a-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "an extension of an extension",
        evaluate: (sizes) => {
          const { element, kernel, next } = drawn(sizes);
          return lawOf(conditioningExtension(conditioningExtension(element, kernel).external, next).external);
        },
      },
      right: byPaths,
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "one extension with the composed kernel",
        evaluate: (sizes) => {
          const { element, kernel, next } = drawn(sizes);
          return lawOf(conditioningExtension(element, composeKernels(kernel, next)).external);
        },
      },
      right: byPaths,
      tolerance: rounding,
    },
  ],
});
