import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases, networkSizes, rounding } from "../ways/parameters.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation9 = theorem({
  id: "gating/equation-9",
  kind: "definition",
  title: "A ReLU is its pre-activation times the gate 1(w.h >= 0): max(0, v) = 1(v >= 0) v, at v = 0 too.",
  notation: { h_l: "1(v_l >= 0) o v_l, v_l = W_l h_(l-1) + b_l", r_l: "max(0, v_l)" },
  parameters: { ...networkSizes, biases },
  assumptions: [],
  claim: equation(symbol("h_l"), symbol("r_l")),
  source: paper("Eqn. 9"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward pass of typed arrays",
        evaluate: (values) => gatedForward(networkOf("relu", values), pointOf(values)).hidden.slice(1).flat(),
      },
      right: {
        name: "max(0, .), layer by layer",
        evaluate: (values) => {
          const { U, b } = networkOf("relu", values);
          const layers: number[][] = [pointOf(values)];
          for (const [l, rows] of U.slice(0, -1).entries()) {
            layers.push(
              rows.map((row, i) =>
                Math.max(
                  0,
                  row.reduce((v, w, j) => v + w * layers[l][j], b?.[l][i] ?? 0),
                ),
              ),
            );
          }
          return layers.slice(1).flat();
        },
      },
      tolerance: rounding,
    },
  ],
});
