import { affineLayer } from "../../../../proofs/gating/training.js";
import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases as biasChoice, choice, networkSizes } from "../ways/parameters.js";
import { plainOutput, plainRun } from "../ways/plainNetwork.js";
import { gaussianList, pointOf } from "../ways/randomNetworks.js";
import { type TrainingValues, trainedNetwork } from "./settings.js";

type Values = Omit<TrainingValues, "n"> & { readonly gates: string; readonly layer: number };

const networkOf = ({ gates, layer: _, ...values }: Values): GatedNetwork =>
  trainedNetwork(values, gates === "soft" ? 2 : undefined);

/** A direction in layer `layer` (counted round) of U and of its biases. */
function direction({ U, c }: GatedNetwork, layer: number, seed: number) {
  const at = layer % U.length;
  const values = gaussianList(seed, U[at].length * (U[at][0].length + 1));
  const width = U[at][0].length + 1;
  const rows = U[at].map((row, i) => row.map((_, j) => values[i * width + j]));
  return { at, rows, biases: c === null ? null : rows.map((_, i) => values[i * width + width - 1]) };
}

/** f with layer l of U moved by the whole direction, minus f. */
function change(values: Values): number[] {
  const network = networkOf(values);
  const x = pointOf(values);
  const { at, rows, biases } = direction(network, values.layer, values.seed);
  const U = network.U.map((own, l) => (l === at ? own.map((row, i) => row.map((u, j) => u + rows[i][j])) : own));
  const c = network.c?.map((own, l) => (l === at ? own.map((entry, i) => entry + biases![i]) : own)) ?? null;
  const before = plainOutput(network, x);
  return plainOutput({ ...network, U, c }, x).map((y, k) => y - before[k]);
}

/** sum over the layer's entries of their slope times the direction: from a run at U itself. */
function slope(values: Values): number[] {
  const network = networkOf(values);
  const { at, rows, biases } = direction(network, values.layer, values.seed);
  const { gates, hidden } = plainRun(network, pointOf(values));
  const below = hidden[at].map(({ value }) => value);
  let moved = rows.map((row, i) => row.reduce((sum, v, j) => sum + v * below[j], biases?.[i] ?? 0));
  for (let l = at; l < network.U.length - 1; l++) {
    const open = moved.map((value, i) => value * gates[l][i].value);
    moved = network.U[l + 1].map((row) => row.reduce((sum, u, j) => sum + u * open[j], 0));
  }
  return moved;
}

export const fixedGatesLinear = theorem({
  id: "gating/fixed-gates-linear",
  kind: "remark",
  title:
    "With fixed gates the outputs are affine in every single layer of U: training one is regression with a fixed kernel.",
  notation: {
    f: "the outputs with layer l of U moved by V, U_l + V, at gates that do not move",
    f0: "the outputs at U",
    Df_V: "the derivative of the outputs in the direction V, at U",
  },
  parameters: {
    ...networkSizes,
    biases: biasChoice,
    model: choice(["dlgn", "dlgn-pwc"], "The model."),
    gates: choice([">=", "soft"], "Step gates, or soft gates with beta = 2."),
    layer: { set: "integer", min: 0, max: 3, doc: "The layer that moves, counted round from the lowest." },
  },
  assumptions: [],
  claim: equation(minus("f", "f0"), symbol("Df_V")),
  source: paper("section 4, the DLGN with fixed gating; this statement is ours"),
  uses: ["gating/theorem-2"],
  proof: { kind: "steps", file: "proofs/gating/training.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [affineLayer],
      because: "the middle one of three layers; below and above it there are products that do not move",
    },
    {
      kind: "routes",
      left: { name: "two forward passes, a whole direction apart", evaluate: (values) => change(values) },
      right: {
        name: "the direction carried upwards through the gates and layers above",
        evaluate: (values) => slope(values),
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of sums of products of at most five factors of order 1" },
    },
  ],
});
