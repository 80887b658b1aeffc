import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { forwardPass } from "../../../theory/alignment/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes } from "../ways/parameters.js";
import { type NetworkSizes, randomPair } from "../ways/randomObjects.js";
import { identical } from "./settings.js";

const lengths = {
  name: "entries of f_0, ..., f_L at a random input",
  evaluate: (sizes: NetworkSizes) => {
    const { student, x } = randomPair(sizes);
    return forwardPass(student, x).activations.map(({ length }) => length);
  },
};

export const layerImage = theorem({
  id: "alignment/layer-image",
  kind: "definition",
  title: "R_l, the image of the training region at layer l, lies in R^{n_l}.",
  notation: { D_l: "dimension of the space that R_l lies in", n_l: "nodes of layer l", n_0: "number of inputs" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("D_l"), symbol("n_l")),
  source: paper("sec. 3, above Corollary 1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: lengths,
      right: {
        name: "the widths n_0, ..., n_L",
        evaluate: ({ d, L, n, C }) => [d, ...new Array<number>(L - 1).fill(n), C],
      },
      tolerance: identical,
    },
  ],
  printed: {
    claim: equation(symbol("D_l"), symbol("n_0")),
    says: "R_l is said to lie in R^{n_d}, the same space for every layer; it lies in R^{n_l}.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, L: 3, m: 2, n: 3, C: 1, seed: 1 },
      left: lengths,
      right: { name: "the number of inputs", evaluate: ({ d, L }) => new Array<number>(L + 1).fill(d) },
      tolerance: identical,
    },
  },
});
