import { steepTail } from "../../../../proofs/gating/training.js";
import { minus, over, plus, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases, choice, networkSizes } from "../ways/parameters.js";
import { type NetworkValues, networkOf, pointOf } from "../ways/randomNetworks.js";
import { weightsOf } from "./settings.js";

type Values = NetworkValues & { readonly model: string; readonly beta: number };

/** Every |gate - step|, from two forward passes. */
function distances({ model, beta, ...values }: Values): number[] {
  const x = pointOf(values);
  const of = (kind: object) => gatedForward(networkOf(model as "dlgn", values, kind), x).gates.flat();
  const steps = of({});
  return of({ beta }).map((gate, i) => Math.abs(gate - steps[i]));
}

/** 1/(1 + exp(beta |eta|)), eta from products of the gates' weights. */
function tails({ model, beta, ...values }: Values): number[] {
  let eta = pointOf(values);
  return weightsOf(networkOf(model as "dlgn", values)).W.flatMap(({ inputs, nodes, weights, bias }) => {
    const below = eta;
    eta = Array.from({ length: nodes }, (_, i) =>
      below.reduce((sum, entry, j) => sum + weights[i * inputs + j] * entry, bias?.[i] ?? 0),
    );
    return eta.map((entry) => 1 / (1 + Math.exp(beta * Math.abs(entry))));
  });
}

export const steepGates = theorem({
  id: "gating/steep-gates",
  kind: "remark",
  title:
    "A soft gate is 1/(1 + exp(beta |eta|)) away from its step: steep gates act as steps but next to their boundaries, where alone they learn.",
  notation: { g: "sigmoid(beta eta)", s: "1(eta >= 0)" },
  parameters: {
    ...networkSizes,
    model: choice(["dlgn", "dlgn-pwc"], "The model."),
    biases,
    beta: { set: "real", min: 0.1, max: 30, doc: "beta of the soft gates; 4 and 30 are those of the circle." },
  },
  assumptions: [],
  claim: equation(
    call("Abs", minus("g", "s")),
    over(1, plus(1, call("Exp", times("beta", call("Abs", symbol("eta")))))),
  ),
  source: paper("section 2, below Eqn. 1: soft gating; the gate is ours"),
  uses: ["gating/soft-gates", "gating/soft-gradient"],
  proof: { kind: "steps", file: "proofs/gating/training.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [steepTail],
      because:
        "that is eta >= 0, with the step at 1; below, the gate itself is 1/(1 + exp(-beta eta)) and the step is 0",
    },
    {
      kind: "routes",
      left: { name: "two forward passes, with soft gates and with steps", evaluate: (values) => distances(values) },
      right: { name: "the closed form, with eta neuron by neuron", evaluate: (values) => tails(values) },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of eta of order 100 times beta, and of 1 - g" },
    },
  ],
});
