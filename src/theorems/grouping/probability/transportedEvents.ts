import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { probabilityOf, probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";
import { lawOf, randomElement } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomLaw, randomMap, randomSubset, streamOf } from "../ways/randomSpaces.js";

/** The law of X, a map W and an event A. */
function drawn(n: number, m: number, own: number) {
  const stream = streamOf(own, 13);
  return { space: probabilitySpace(randomLaw(stream, n)), map: randomMap(stream, n, m), A: randomSubset(stream, n) };
}

/** mu_H(W(A)) for H = W(X), X the identity. */
function imageMeasure(weights: readonly number[], map: readonly number[], A: readonly number[]): number {
  const law = lawOf(randomElement(probabilitySpace(weights), map));
  return [...new Set(A.map((point) => map[point]!))].reduce((sum, value) => sum + law[value]!, 0);
}

export const transportedEvents = theorem({
  id: "grouping/definition-2-transport",
  kind: "remark",
  title:
    "A transport map gives the image W(A) of an event at least its measure, and exactly its measure where A is a union of fibres of W.",
  notation: {
    mu_A: "the measure of an event A of X",
    mu_H: "the measure of W(A) under the law of W(X)",
  },
  parameters: { n: size(1, 8, "States of X."), m: size(1, 6, "States of W(X)."), seed },
  assumptions: [],
  claim: compare("LessEqual", symbol("mu_A"), symbol("mu_H")),
  source: paper("Section 3.2, the transport map after Definition 2"),
  uses: ["grouping/definition-a-3", "grouping/definition-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "weights of the event",
        evaluate: ({ n, m, seed: own }) => {
          const { space, A } = drawn(n, m, own);
          return A.reduce((sum, point) => sum + space.weights[point]!, 0);
        },
      },
      right: {
        name: "the law of W(X) on the image",
        evaluate: ({ n, m, seed: own }) => {
          const { space, map, A } = drawn(n, m, own);
          return imageMeasure(space.weights, map, A);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the measure of the fibres that meet the event",
        evaluate: ({ n, m, seed: own }) => {
          const { space, map, A } = drawn(n, m, own);
          const met = map.flatMap((value, point) => (A.some((a) => map[a] === value) ? [point] : []));
          return probabilityOf(space, met);
        },
      },
      right: {
        name: "the law of W(X) on the image",
        evaluate: ({ n, m, seed: own }) => {
          const { space, map, A } = drawn(n, m, own);
          return imageMeasure(space.weights, map, A);
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("mu_A"), symbol("mu_H")),
    says: "The measure of W(A) is said to be that of A for every event A. A map that is not injective, such as ReLU, carries the mass of other events to W(A) as well: with W constant and A of probability 1/4, W(A) has probability 1.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { n: 2, m: 1, seed: 0 },
      left: {
        name: "P(X = 0) for weights 1/4, 3/4",
        evaluate: () => probabilityOf(probabilitySpace([0.25, 0.75]), [0]),
      },
      right: {
        name: "the measure of its image under a constant map",
        evaluate: () => imageMeasure([0.25, 0.75], [0, 0], [0]),
      },
      tolerance: rounding,
    },
  },
});
