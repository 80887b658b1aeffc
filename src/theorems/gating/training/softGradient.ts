import { softChain } from "../../../../proofs/gating/training.js";
import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type GatedNetwork, isLinearlyGated } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { beta, gatedModel } from "../ways/parameters.js";
import { type Dual, parametersOf, plainRun } from "../ways/plainNetwork.js";
import { batchOf, losses, type TrainingValues, trainedNetwork, trainerGradient, trainingSizes } from "./settings.js";

/** The slope of the loss of one sample from the outputs' values and slopes. */
function lossSlope(outputs: readonly Dual[], target: readonly number[], label: number, loss: string): number {
  if (loss === "mse") {
    return outputs.reduce((sum, { value, slope }, c) => sum + (2 * slope * (value - target[c])) / outputs.length, 0);
  }
  // of log sum_c exp(f_c - f_label)
  const powers = outputs.map(({ value }) => Math.exp(value - outputs[label].value));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return outputs.reduce((sum, { slope }, c) => sum + (powers[c] / total) * (slope - outputs[label].slope), 0);
}

function dualGradient(network: GatedNetwork, values: TrainingValues & { readonly loss: string }): number[] {
  const { points, targets, labels } = batchOf(values);
  const { C } = values;
  return parametersOf(network, "all").map((parameter) => {
    const slopes = points.map((x, k) => {
      const { output } = plainRun(network, x, parameter);
      return lossSlope(output, targets.slice(k * C, (k + 1) * C), labels[k], values.loss);
    });
    return slopes.reduce((sum, slope) => sum + slope, 0) / points.length;
  });
}

/** ReLU and dln have no soft gates of their own. */
const networkOf = ({ beta: steepness, ...values }: TrainingValues & { readonly beta: number }): GatedNetwork =>
  trainedNetwork(values, isLinearlyGated(values.model) ? steepness : undefined);

export const softGradient = theorem({
  id: "gating/soft-gradient",
  kind: "formula",
  title:
    "The loss of a DLGN with soft gates reaches W through the slope beta g (1 - g) of every gate, times the value that it lets through.",
  notation: {
    e_l: "the gradient of the loss by eta_l",
    r_l: "that by h_l, entry by entry",
    v_l: "U_l h_(l-1) + c_l",
    g_l: "sigmoid(beta eta_l)",
    WTe: "W_(l+1)^T e_(l+1), 0 for the highest gates; then dJ/dW_l = e_l eta_(l-1)^T",
  },
  parameters: { ...trainingSizes, model: gatedModel, beta, loss: losses },
  assumptions: [],
  claim: equation(symbol("e_l"), plus(times("r_l", "v_l", "beta", "g_l", plus(1, times(-1, "g_l"))), symbol("WTe"))),
  source: paper("section 4 trains DLGNs; this statement is ours"),
  uses: ["gating/soft-gates"],
  proof: { kind: "steps", file: "proofs/gating/training.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [softChain],
      because: "two gated layers of one neuron have both terms; more neurons are more terms of the same kinds",
    },
    {
      kind: "routes",
      left: {
        name: "backpropagation, as the trainer has it, by every weight and bias of any model",
        evaluate: (values) =>
          trainerGradient(networkOf(values), batchOf(values), values.loss as "mse" | "cross-entropy"),
      },
      right: {
        name: "dual numbers, forwards, one run for every parameter",
        evaluate: (values) => dualGradient(networkOf(values), values),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-8,
        why: "rounding of sums of products with factors beta of up to 10 and residuals of order 100",
      },
    },
  ],
});
