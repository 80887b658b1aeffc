import { lemma1Step } from "../../../../proofs/alignment/lemma1.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { networkOutput } from "../../../theory/alignment/network/forwardPass.js";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { lossDescent } from "../ways/dualNumbers.js";
import { networkSizes } from "../ways/parameters.js";
import { randomPair } from "../ways/randomObjects.js";
import { rounding } from "./settings.js";

export const lemma1 = theorem({
  id: "alignment/lemma-1",
  kind: "lemma",
  title:
    "At every hidden layer of networks of any depth and widths g_l = D_l (A_l f*_l - B_l f_l), with A_l = V_l^T V*_l, B_l = V_l^T V_l and the constant channel of the biases.",
  notation: {
    g_l: "the gradient sent to layer l, after its gates; g_L = f* - f",
    "f'_l": "the teacher's activations f*_l; a prime marks what is the teacher's",
    D_l: "the diagonal matrix of the student's gates",
  },
  parameters: { ...networkSizes, L: { ...networkSizes.L, min: 2 } },
  assumptions: [],
  claim: equation(
    symbol("g_l"),
    call(
      "Multiply",
      symbol("D_l"),
      call("Subtract", call("Multiply", symbol("A_l"), symbol("f'_l")), call("Multiply", symbol("B_l"), symbol("f_l"))),
    ),
  ),
  source: paper("Lemma 1, eq. (3)"),
  uses: ["alignment/equation-1", "alignment/equation-4"],
  proof: { kind: "steps", file: "proofs/alignment/lemma1.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mixture of teacher's and student's activations, at every hidden layer",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          return mixtureCoefficients(teacher, student, x).layers.flatMap(({ g }) => g);
        },
      },
      right: {
        name: "-dJ/db_l by dual numbers",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const target = networkOutput(teacher, x);
          return student.layers.slice(0, -1).flatMap((weights, index) => {
            const row = weights.length - 1;
            return weights[row]!.map((_, column) =>
              lossDescent(student.layers, target, x, { layer: index + 1, row, column }),
            );
          });
        },
      },
      tolerance: rounding,
    },
    {
      kind: "exact",
      proofs: [lemma1Step],
      because:
        "the step from layer l to l - 1, in symbols for two nodes a layer; at the top V_L = V*_L = I gives g_L = f* - f",
    },
  ],
});
