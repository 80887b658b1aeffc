import * as z from "zod";
import { overlapKernel, traceNormalised } from "../../../theory/gating/kernels/overlapKernel.js";
import { type GateOptions, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { kind } from "../../kind.js";
import { matrix, realRows } from "../../schemas.js";
import { gatingBiases, gatingWeights } from "./weights.js";

export const overlap = kind({
  name: "overlap",
  area: "gating",
  doc: "overlap kernels, the numbers of shared active paths, of a ReLU network and a DLGN (section 3.2)",
  inputs: z.strictObject({
    W: gatingWeights.describe("Of the hidden layers: W_1, ..., W_(L-1), rows are neurons."),
    b: gatingBiases.optional(),
    points: matrix.describe("A point a row."),
  }),
  result: z.object({
    relu: realRows.describe("Gates at >= 0."),
    relu_trace_normalised: realRows.describe("Divided by the trace; zeros where no path is active at any point."),
    dlgn: realRows,
    dlgn_trace_normalised: realRows,
    relu_strict_gate_gt0: realRows.describe("Gates at > 0."),
    dlgn_strict_gate_gt0: realRows,
  }),
  example: { W: [[[1, 2]]], points: [[1, 0.6]] },
  compute({ W, b, points }) {
    const ones = [W[W.length - 1].map(() => 1)];
    const biases = b && [...b, [0]];
    const kernel = (model: "relu" | "dlgn", atZero: NonNullable<GateOptions["atZero"]>) => {
      const all = [...W, ones];
      const experts = model === "dlgn" && { U: all };
      return overlapKernel(gatedNetwork(model, { W: all, b: biases, ...experts }, { atZero }), points);
    };
    const normalised = (rows: number[][]) => (rows.every((row, i) => row[i] === 0) ? rows : traceNormalised(rows));
    const [relu, dlgn] = [kernel("relu", "open"), kernel("dlgn", "open")];
    return {
      relu,
      relu_trace_normalised: normalised(relu),
      dlgn,
      dlgn_trace_normalised: normalised(dlgn),
      relu_strict_gate_gt0: kernel("relu", "closed"),
      dlgn_strict_gate_gt0: kernel("dlgn", "closed"),
    };
  },
});
