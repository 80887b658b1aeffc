import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { reluDependence } from "../../../theory/alignment/criticalPoints/reluDependence.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { unitBox } from "../ways/randomObjects.js";
import { integerRows, sampledNullity } from "../ways/sampledNullity.js";
import { counted } from "./settings.js";

export const reluDependenceCount = theorem({
  id: "alignment/relu-dependence",
  kind: "proposition",
  title:
    "On an open convex region K ReLU nodes and the affine functions satisfy as many linear relations as K exceeds the number of distinct hyperplanes that cut the region.",
  notation: {
    nu: "dimension of the (c, P) with sum_j c_j relu(w_j.x) + P.[x, 1] = 0 on the region",
    H: "number of distinct hyperplanes {w_j.x = 0} that cut it",
  },
  parameters: {
    d: size(1, 3, "Number of inputs; the region is the box [-1,1]^d."),
    K: size(1, 7, "Number of nodes."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("nu"), call("Subtract", symbol("K"), symbol("H"))),
  source: paper("Lemmas 2 and 3, of which this is the counting form"),
  uses: ["alignment/lemma-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "hyperplane groups, with and without the affine part",
        evaluate: ({ d, K, seed: from }) => {
          const found = reluDependence(integerRows(from, d, K), unitBox(d));
          return [found.nullityWithAffine, found.nullityWithoutAffine];
        },
      },
      right: {
        name: "singular values of the nodes' activations at points of the box",
        evaluate: ({ d, K, seed: from }) => {
          const rows = integerRows(from, d, K);
          return [sampledNullity(rows, from, true), sampledNullity(rows, from, false)];
        },
      },
      tolerance: counted,
    },
  ],
});
