import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { forwardPass } from "../../../theory/alignment/network/forwardPass.js";
import { mixtureCoefficients } from "../../../theory/alignment/network/mixtureCoefficients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { dualOutput } from "../ways/dualNumbers.js";
import { networkSizes } from "../ways/parameters.js";
import { randomPair } from "../ways/randomObjects.js";
import { rounding } from "./settings.js";

export const equation4 = theorem({
  id: "alignment/equation-4",
  kind: "formula",
  title:
    "V_{l-1} = V_l D_l W_l^T from V_L = I is the derivative of the output by f_l, and with the constant channel the output is V_l [f_l, 1].",
  notation: {
    V_m: "V_{l-1}, with m = l - 1",
    W_l: "the transposed weights W_l^T of layer l, with the constant channel",
    D_l: "the diagonal matrix of the gates of layer l",
  },
  parameters: { ...networkSizes, L: { ...networkSizes.L, min: 2 } },
  assumptions: [],
  claim: equation(symbol("V_m"), call("Multiply", call("Multiply", symbol("V_l"), symbol("D_l")), symbol("W_l"))),
  source: paper("eq. (4)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "V_l of student and teacher by the recursion from the top, without the constant column",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const { layers } = mixtureCoefficients(teacher, student, x);
          return layers.flatMap(({ V, teacherV }) =>
            [V, teacherV].flatMap((v) => v.flatMap((row) => row.slice(0, -1))),
          );
        },
      },
      right: {
        name: "derivatives of the layers above by dual numbers, one a node",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const passes = [student, teacher].map((network) => ({ network, pass: forwardPass(network, x) }));
          return student.layers.slice(1).flatMap((_, index) =>
            passes.flatMap(({ network, pass }) => {
              const f = pass.activations[index + 1]!;
              const above = network.layers.slice(index + 1);
              const columns = f.map((_, input) => dualOutput(above, f, { input }).map(({ slope }) => slope));
              return columns[0]!.flatMap((_, c) => columns.map((column) => column[c]!));
            }),
          );
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "V_l [f_l, 1] at every hidden layer",
        evaluate: (sizes) => {
          const { teacher, student, x } = randomPair(sizes);
          const { activations } = forwardPass(student, x);
          return mixtureCoefficients(teacher, student, x).layers.flatMap(({ layer, V }) => {
            const f = [...activations[layer]!, 1];
            return V.map((row) => row.reduce((sum, v, i) => sum + v * f[i]!, 0));
          });
        },
      },
      right: {
        name: "the output",
        evaluate: (sizes) => {
          const { student, x } = randomPair(sizes);
          const output = forwardPass(student, x).activations.at(-1)!;
          return student.layers.slice(1).flatMap(() => output);
        },
      },
      tolerance: rounding,
    },
  ],
});
