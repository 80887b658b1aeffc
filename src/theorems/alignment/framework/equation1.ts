import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { backpropagation, weightUpdates } from "../../../theory/alignment/network/backpropagation.js";
import { forwardPass, networkOutput } from "../../../theory/alignment/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { lossDescent } from "../ways/dualNumbers.js";
import { networkSizes } from "../ways/parameters.js";
import { randomPair } from "../ways/randomObjects.js";
import { rounding } from "./settings.js";

export const equation1 = theorem({
  id: "alignment/equation-1",
  kind: "formula",
  title:
    "The update of a layer's weights is f_{l-1} g_l^T, with the constant 1 of the biases in f_{l-1} and g_l = -dJ/dh_l.",
  notation: { U_l: "[f_{l-1}, 1] g_l^T, layer by layer", S_l: "-dJ/dW_l of one sample, J = |f* - f|^2/2" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("U_l"), symbol("S_l")),
  source: paper("eq. (1)"),
  uses: ["alignment/output-gradient"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "backpropagation",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const pass = forwardPass(student, x);
          const top = networkOutput(teacher, x).map((target, c) => target - pass.activations.at(-1)![c]!);
          return weightUpdates(pass, backpropagation(student, pass, top)).flat(2);
        },
      },
      right: {
        name: "one run with dual numbers a weight",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const target = networkOutput(teacher, x);
          return student.layers.flatMap((weights, index) =>
            weights.flatMap((entries, row) =>
              entries.map((_, column) => lossDescent(student.layers, target, x, { layer: index + 1, row, column })),
            ),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
