import { rowEnergy as rowEnergyProof } from "../../../../proofs/ladder/rowEnergy.js";
import { layerOrders } from "../../../theory/ladder/batchNorm/normalisedLayer.js";
import { rowEnergy } from "../../../theory/ladder/batchNorm/rowEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { layerSlopes } from "../ways/layerSlopes.js";
import { layer, layerAt } from "./settings.js";

export const order = {
  set: "choice",
  of: layerOrders,
  doc: "What follows the linear layer: ReLU and batch norm, or batch norm and ReLU.",
} as const;

export const rowEnergyStep = theorem({
  id: "ladder/row-energy-step",
  kind: "proposition",
  title:
    "Before batch norm, a gradient step of length lr adds exactly lr^2 |dW|^2 to the squared norm of each node's weights.",
  notation: { E: "|w_j|^2 before the step", E_next: "|w_j|^2 after it", D: "|dW_j|^2" },
  parameters: { ...layer, order, lr: { set: "real", min: 0, max: 2, doc: "Learning rate." } },
  assumptions: [],
  claim: rowEnergyProof.claim,
  source: paper("Section 7.5.1"),
  uses: ["ladder/equation-78", "ladder/equation-80"],
  proof: { kind: "steps", file: "proofs/ladder/rowEnergy.ts" },
  checks: [
    { kind: "exact", proofs: [rowEnergyProof] },
    {
      kind: "routes",
      left: {
        name: "the squared norms after the step",
        evaluate: ({ order: own, lr, ...point }) => {
          const { data, W } = layerAt(point);
          return rowEnergy(data, W, { order: own, learningRate: lr }).after;
        },
      },
      right: {
        name: "those before, and lr^2 |dW|^2 with the gradient by tangents",
        evaluate: ({ order: own, lr, ...point }) => {
          const { data, W } = layerAt(point);
          rowEnergy(data, W, { order: own });
          const dW = layerSlopes(data, W, own);
          return W[0]!.map((_, j) => W.reduce((sum, row, i) => sum + row[j]! ** 2 + (lr * dW[i]![j]!) ** 2, 0));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-10,
        why: "w . dW is 0 up to rounding over sigma, which may be small at a seed",
      },
    },
  ],
});
