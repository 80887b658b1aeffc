import { domainError } from "../../../numeric/domain.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { tangentKernel } from "../../../theory/gating/kernels/tangentKernel.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { beta, biases, choice, networkSizes } from "../ways/parameters.js";
import { parametersOf, plainTangent } from "../ways/plainNetwork.js";
import { type NetworkValues, networkOf, pointOf } from "../ways/randomNetworks.js";

const STEP = 1e-7;

/** f(x) with every weight of W moved by STEP in turn, minus f(x); points at which a gate is that close to its boundary are skipped. */
function changes(model: string, values: NetworkValues): number[] {
  const network = networkOf(model as "dlgn", { ...values, weights: "gaussian" });
  const x = pointOf({ ...values, weights: "gaussian" });
  const { output, preactivations } = gatedForward(network, x);
  if (preactivations.flat().some((eta) => Math.abs(eta) < 1e-4)) {
    throw domainError("seed", values.seed, "gates away from their boundaries", "Take another seed.");
  }
  return parametersOf(network, "W").flatMap(({ set, layer, row, column }) => {
    if (set !== "W") return [];
    const W = network.W.map((rows, l) =>
      rows.map((own, i) => own.map((entry, j) => entry + (l === layer && i === row && j === column ? STEP : 0))),
    );
    const { U } = network;
    const moved = gatedNetwork(network.model, { W, U, b: network.b ?? undefined, c: network.c ?? undefined });
    return gatedForward(moved, x).output.map((y, c) => (y - output[c]) / STEP);
  });
}

export const tangentGates = theorem({
  id: "gating/tangent-kernel-gates",
  kind: "theorem",
  title:
    "Step gates send nothing to their weights: the tangent kernel of a DLGN over W is 0 almost everywhere, and training needs soft gates.",
  notation: { Theta_W: "the tangent kernel over the weights W of step gates" },
  parameters: { ...networkSizes, model: choice(["dlgn", "dlgn-pwc"], "The model."), biases, beta },
  assumptions: [],
  claim: equation(symbol("Theta_W"), integer(0)),
  source: paper("section 2.2, where soft gates are not mentioned; this statement is ours"),
  uses: ["gating/tangent-kernel"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "quotients of finite differences in each weight of W",
        evaluate: ({ model, ...v }) => changes(model, v),
      },
      right: { name: "zero", evaluate: ({ model, ...v }) => changes(model, v).map(() => 0) },
      tolerance: { unit: "abs", limit: 0, why: "no gate switches: both forward passes take the same steps" },
    },
    {
      kind: "routes",
      left: {
        name: "of soft gates, over W: backpropagation",
        evaluate: ({ model, beta: steepness, ...values }) => {
          const network = networkOf(model as "dlgn", values, { beta: steepness });
          return tangentKernel(network, [pointOf(values), pointOf(values, 1)], { parameters: "W" })[0][1];
        },
      },
      right: {
        name: "of soft gates, over W: dual numbers",
        evaluate: ({ model, beta: steepness, ...values }) => {
          const network = networkOf(model as "dlgn", values, { beta: steepness });
          return plainTangent(network, pointOf(values), pointOf(values, 1), "W");
        },
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "rounding of sums of products with factors beta^2 of up to 100" },
    },
  ],
});
