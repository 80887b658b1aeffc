import * as z from "zod";
import { layerOrders } from "../../../theory/ladder/batchNorm/normalisedLayer.js";
import { rowEnergy } from "../../../theory/ladder/batchNorm/rowEnergy.js";
import { kind } from "../../kind.js";
import { decimal, matrix, number, real, realRows, reals } from "../../schemas.js";

const lossPattern = new RegExp(
  `^0\\.5\\*mean\\(\\(Y - f V\\)\\^2\\)(?:, biased BN)?(?:, eps=(${decimal}))?(?:, c1=(${decimal}))?(?:, c0=(${decimal}))?$`,
);
const standard = "0.5*mean((Y - f V)^2), biased BN, eps=0, c1=1, c0=0";

/** "..., eps=0, c1=1, c0=0" as its three numbers. */
function normOf(loss: string) {
  const [, eps = "0", c1 = "1", c0 = "0"] = lossPattern.exec(loss)!;
  return { epsilon: Number(eps), c1: Number(c1), c0: Number(c0) };
}

export const bnEnergy = kind({
  name: "bn_energy",
  area: "ladder",
  doc: "a gradient step through batch norm: the weights' energies grow by lr^2 |dW|^2 (Sec. 7.5.1)",
  inputs: z.strictObject({
    X: matrix.describe("N x inputs."),
    W: matrix.describe("inputs x hidden."),
    V: matrix.describe("hidden x outputs."),
    Y: matrix.describe("N x outputs, the targets."),
    lr: number.optional().describe("Learning rate; default 0.1."),
    order: z.enum(layerOrders).optional().describe("What follows the linear layer; default lin-relu-bn."),
    loss: z
      .string()
      .regex(lossPattern, { error: `${standard}, with numbers of your own` })
      .optional()
      .describe(`The loss, and eps, c1, c0 of the batch norm; default "${standard}".`),
  }),
  result: z.object({
    loss: real.describe("Before the step."),
    dW: realRows.describe("Negative gradient, inputs x hidden."),
    energy_before: reals.describe("|w_j|^2 of each hidden node."),
    energy_after: reals,
  }),
  example: {
    X: [
      [1, 0],
      [0, 1],
      [1, 1],
    ],
    W: [[0.5], [0.2]],
    V: [[1]],
    Y: [[0], [1], [0]],
    lr: 0.1,
    order: "lin-bn-relu",
  },
  names: { "data.X": "X", "data.V": "V", "data.Y": "Y", learningRate: "lr", epsilon: "loss", c1: "loss", c0: "loss" },
  compute({ X, W, V, Y, lr, order = "lin-relu-bn", loss: text = standard }) {
    const learningRate = lr ?? 0.1;
    const { loss, dW, before, after } = rowEnergy({ X, V, Y }, W, { order, learningRate, ...normOf(text) });
    return { loss, dW, energy_before: before, energy_after: after };
  },
});
