import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { enumeratedPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { beta, biases, choice, networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const softGates = theorem({
  id: "gating/soft-gates",
  kind: "remark",
  title: "With soft gates sigmoid(beta eta), and with biases, a DLGN is still the sum over its paths.",
  notation: { ...notation, S: "the sum over all paths, and those that start at a bias, of f_pi g_pi" },
  parameters: { ...networkSizes, model: choice(["dlgn", "dlgn-pwc"], "The model."), biases, beta },
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("section 2, below Eqn. 1: soft gating; the gate is ours"),
  uses: ["gating/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the sum over paths, by enumeration",
        evaluate: ({ model, beta: steepness, ...values }) =>
          enumeratedPathSums(networkOf(model as "dlgn", values, { beta: steepness }), pointOf(values)),
      },
      right: {
        name: "the forward pass, neuron by neuron",
        evaluate: ({ model, beta: steepness, ...values }) =>
          plainOutput(networkOf(model as "dlgn", values, { beta: steepness }), pointOf(values)),
      },
      tolerance: rounding,
    },
  ],
});
