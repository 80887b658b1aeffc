import { domainError } from "../../../numeric/domain.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { choice } from "../ways/parameters.js";
import { parametersOf, plainOutput, plainRun } from "../ways/plainNetwork.js";
import {
  batchOf,
  losses,
  lossOf,
  type TrainingValues,
  trainedNetwork,
  trainerGradient,
  trainingSizes,
} from "./settings.js";

const STEP = 1e-7;

const { weights: _, ...gaussianSizes } = trainingSizes;

type Values = Omit<TrainingValues, "weights"> & { readonly loss: string };

/** Gaussian weights; a pre-activation near 0, where a gate would switch, is refused. */
function problem(values: Values): { readonly network: GatedNetwork; readonly batch: ReturnType<typeof batchOf> } {
  const gaussian = { ...values, weights: "gaussian" };
  const [network, batch] = [trainedNetwork(gaussian), batchOf(gaussian)];
  const soft = { ...network, beta: 1 };
  const near = batch.points.some((x) =>
    plainRun(soft, x).gates.some((layer) => layer.some(({ value }) => Math.abs(value - 0.5) < 1e-4)),
  );
  if (near) throw domainError("seed", values.seed, "gates away from their boundaries", "Take another seed.");
  return { network, batch };
}

/** The loss with every weight and bias of the gates moved by STEP in turn, less the loss, over STEP. */
function quotients(values: Values): number[] {
  const { network, batch } = problem(values);
  const loss = (own: GatedNetwork) =>
    lossOf(
      batch.points.map((x) => plainOutput(own, x)),
      batch,
      values.loss as "mse" | "cross-entropy",
    );
  const before = loss(network);
  return parametersOf(network, "W").map(({ set, layer, row, column }) => {
    const at = (l: number, i: number, j: number) => (l === layer && i === row && j === column ? STEP : 0);
    const W =
      set === "W" ? network.W.map((rows, l) => rows.map((w, i) => w.map((x, j) => x + at(l, i, j)))) : network.W;
    const b = set === "b" ? network.b!.map((list, l) => list.map((x, i) => x + at(l, i, 0))) : network.b;
    return (loss({ ...network, W, b }) - before) / STEP;
  });
}

export const hardGatesUntrained = theorem({
  id: "gating/hard-gates-untrained",
  kind: "remark",
  title: "Gradient descent never moves the gates of a DLGN with step gates: to be trained they have to be soft.",
  notation: { dJ_dW: "the gradient of the loss J by the weights and biases of step gates, almost everywhere" },
  parameters: {
    ...gaussianSizes,
    model: choice(["dlgn", "dlgn-pwc"], "The model."),
    loss: losses,
  },
  assumptions: [],
  claim: equation(symbol("dJ_dW"), integer(0)),
  source: paper("section 4, where DLGNs with the gates of Eqn. 4 are trained; that gates must be soft is not stated"),
  uses: ["gating/tangent-kernel-gates", "gating/soft-gradient"],
  proof: {
    kind: "open",
    reason:
      "Off the boundaries of its gates the loss does not depend on W near a point, since no step switches; that is an argument about open sets, and steps are not written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "quotients of finite differences of the loss in every weight and bias of the gates",
        evaluate: (values) => quotients(values),
      },
      right: {
        name: "the trainer's gradient",
        evaluate: (values) => {
          const { network, batch } = problem(values);
          return trainerGradient(network, batch, values.loss as "mse" | "cross-entropy", "W");
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "no gate switches: both runs of a quotient take the same steps" },
    },
  ],
});
