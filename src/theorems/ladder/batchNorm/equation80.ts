import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type LayerPoint, layer, layerAt } from "./settings.js";

/** One ReLU node: activations f_j, gated gradients g_j and children f_k, sample after sample. */
function nodeAt(point: LayerPoint) {
  const { data, W } = layerAt({ ...point, hidden: 1 });
  const upstream = new GaussianStream({ seed: point.seed, sample: 1, draw: 0 });
  const raw = data.X.map((x) => x.reduce((sum, value, k) => sum + value * W[k]![0]!, 0));
  return {
    children: data.X,
    weights: W.map(([w]) => w!),
    activations: raw.map((value) => Math.max(0, value)),
    gradients: raw.map((value) => (value > 0 ? upstream.next() : 0)),
  };
}

export const equation80 = theorem({
  id: "ladder/equation-80",
  kind: "formula",
  title: "The mean of a ReLU node's gradient times its activation is the sum of its weights times their updates.",
  notation: { E_gf: "E[g_j f_j]", w_k: "weight w_jk of child k", d_k: "its update E[f_k g_j]", n: "children" },
  parameters: layer,
  assumptions: [],
  claim: equation(symbol("E_gf"), call("Sum", times("w_k", "d_k"), symbol("k"), integer(1), symbol("n"))),
  source: paper("Eqn 80"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E[g_j f_j] over the samples",
        evaluate: (point) => {
          const { activations, gradients } = nodeAt(point);
          return activations.reduce((sum, f, i) => sum + f * gradients[i]!, 0) / activations.length;
        },
      },
      right: {
        name: "the weights times the updates",
        evaluate: (point) => {
          const { children, weights, gradients } = nodeAt(point);
          const updates = weights.map(
            (_, k) => children.reduce((sum, x, i) => sum + x[k]! * gradients[i]!, 0) / children.length,
          );
          return weights.reduce((sum, w, k) => sum + w * updates[k]!, 0);
        },
      },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of sums of 12 products of order 1" },
    },
  ],
});
