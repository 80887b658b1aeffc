/** Parameters and tolerances that theorems about networks and paths share. */

import { choice, seedOf, size } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export { choice, counted, size } from "../../parameters.js";

export const seed = seedOf("Seed of the network and of the points: they are a pure function of it and of the sizes.");

export const networkSizes = {
  d: size(1, 4, "Number of inputs d."),
  L: size(2, 4, "Number of layers of weights L; L - 1 layers are hidden."),
  m: size(1, 4, "Neurons of each hidden layer m."),
  C: size(1, 2, "Number of outputs; the paper has 1."),
  weights: choice(
    ["gaussian", "integers"],
    "Gaussian, or of -1, 0 and 1 at such a point: with dead neurons and gates at 0.",
  ),
  seed,
} as const;

export const biases = choice(["none", "gaussian"], "Whether layers have biases.");
export const gatedModel = choice(["relu", "dlgn", "dlgn-pwc", "dln"], "The model.");

/** Of soft gates. */
export const beta = { set: "real", min: 0.1, max: 10, doc: "beta of the soft gates sigmoid(beta eta)." } as const;

export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-10,
  why: "rounding of sums of at most 500 products of four weights of order 1",
};

export const notation = {
  f_pi: "the gate of a path pi = (i_1, ..., i_(L-1)) at x",
  g_pi: "its prediction at x",
  y: "the outputs of the network",
} as const;
