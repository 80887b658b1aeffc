import { domainError } from "../../../numeric/domain.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { rowEnergyFlow as flow, rowEnergy } from "../../../theory/ladder/batchNorm/rowEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { layerSlopes } from "../ways/layerSlopes.js";
import { order } from "./rowEnergyStep.js";
import { type LayerPoint, layer, layerAt } from "./settings.js";

/** Energies at the end; a point where the flow slides along a kink of a ReLU is skipped. */
function energies(point: LayerPoint & { readonly order: "lin-relu-bn" | "lin-bn-relu"; readonly t: number }) {
  const { data, W } = layerAt(point);
  const { energies: all, converged } = flow(data, W, [0, point.t], { order: point.order, maxEvals: 3000 });
  if (!converged)
    throw domainError("seed", point.seed, "a flow that does not slide along a kink", "Take another seed.");
  return all[1]!;
}

export const rowEnergyFlow = theorem({
  id: "ladder/row-energy-flow",
  kind: "proposition",
  title:
    "In gradient flow the squared norm of each node's weights before batch norm is constant, for linear-ReLU-BN and for linear-BN-ReLU.",
  notation: { E_t: "|w_j|^2 at time t", E_0: "|w_j|^2 at time 0" },
  parameters: { ...layer, order, t: { set: "real", min: 0.01, max: 1, doc: "Time of gradient flow." } },
  assumptions: [],
  claim: equation(symbol("E_t"), symbol("E_0")),
  source: paper("Section 7.5.1, Eqn 81"),
  uses: ["ladder/equation-78", "ladder/equation-80"],
  proof: { kind: "open", reason: "dE/dt = 2 E[g f] = 0 by Eqn 78 and Eqn 80; not written as steps." },
  checks: [
    {
      kind: "routes",
      left: { name: "the energies at time t, by the solver", evaluate: energies },
      right: {
        name: "the squared norms of the weights at time 0",
        evaluate: (point) => {
          const { W } = layerAt(point);
          return W[0]!.map((_, j) => W.reduce((sum, row) => sum + row[j]! ** 2, 0));
        },
      },
      tolerance: { unit: "rel", limit: 1e-8, why: "the solver's local error of 1e-10 over some hundred steps" },
      cases: { count: 24, why: "a flow takes up to a tenth of a second" },
    },
    {
      kind: "routes",
      left: {
        name: "the rates 2 w_j . dW_j of the squared norms, with the gradient by tangents",
        evaluate: ({ order: own, ...point }) => {
          const { data, W } = layerAt(point);
          rowEnergy(data, W, { order: own });
          const dW = layerSlopes(data, W, own);
          return W[0]!.map((_, j) => 2 * W.reduce((sum, row, i) => sum + row[j]! * dW[i]![j]!, 0));
        },
      },
      right: { name: "zeros", evaluate: ({ hidden }) => new Array<number>(hidden).fill(0) },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding over sigma, which may be small at a seed" },
    },
  ],
});
