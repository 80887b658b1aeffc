import {
  lemma2Erratum,
  reluAntiparallel,
  reluSixNodes,
  secondDifference,
} from "../../../../proofs/alignment/reluDependence.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { behaviourOn } from "../../../theory/alignment/criticalPoints/boundaryIn.js";
import { polytope } from "../../../theory/alignment/regions/polytope.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { unitBox } from "../ways/randomObjects.js";
import { distinctHyperplanes, integerRows, sampledNullity } from "../ways/sampledNullity.js";
import { counted } from "./settings.js";

/** Over the whole space every hyperplane is visible; the box sees those that cut it. */
const visibleRows = (seedOf: number, d: number, K: number) => {
  const box = polytope(unitBox(d));
  const rows = distinctHyperplanes(integerRows(seedOf, d, K)).filter((row) => behaviourOn(box, row) === "cuts");
  return rows.length > 0 ? rows : [[...new Array<number>(d).fill(1), 0]];
};

export const lemma2 = theorem({
  id: "alignment/lemma-2",
  kind: "lemma",
  title: "ReLU nodes of pairwise distinct hyperplanes, w~_j != 0, are linearly independent functions.",
  notation: { nu: "dimension of the c with sum_j c_j relu(w_j.x) = 0 for all x" },
  parameters: {
    d: size(1, 3, "Number of inputs of the random nodes."),
    K: size(1, 7, "Most random nodes."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("nu"), integer(0)),
  source: paper("Lemma 2"),
  uses: [],
  proof: { kind: "steps", file: "proofs/alignment/reluDependence.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "singular values of activations, hyperplanes distinct",
        evaluate: ({ d, K, seed: from }) => sampledNullity(visibleRows(from, d, K), from, false),
      },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: counted,
    },
    {
      kind: "exact",
      proofs: [secondDifference, reluAntiparallel, reluSixNodes],
      because:
        "at a point of one hyperplane alone the second difference of a combination is c_j q, which vanishes with it; six nodes on three hyperplanes are dependent",
    },
  ],
  printed: {
    claim: lemma2Erratum.printed,
    says: "With distinct for gamma > 0 only it is false: relu(z) - relu(-z) = z, so w1, w2, w1 + w2 and their negatives satisfy z1 + z2 - z3 = 0. Nodes of one hyperplane must count once.",
    damaged: false,
    refutation: { kind: "exact", erratum: lemma2Erratum },
  },
});
