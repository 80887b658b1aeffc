/** Parameters that the theorems about regions share, and their tolerances. */
import { choice, seedOf, size } from "../../parameters.js";
import type { Tolerance } from "../../theorem.js";

export { counted, size } from "../../parameters.js";

export const seed = seedOf("Seed of the random gates and points: they are a pure function of it and of the sizes.");

export const biases = choice(
  ["none", "random"],
  "Whether the hidden neurons have biases; without them every boundary passes through 0.",
);
export const kinds = choice(["relu", "linear"], "Gates of a ReLU network or of a DLGN.");

/** Networks with two inputs. */
export const planeSizes = {
  m: size(1, 3, "Neurons m of each hidden layer."),
  L: size(2, 4, "Layers L; L - 1 of them are hidden."),
  biases,
  seed,
} as const;

export const notation = {
  m: "neurons of each hidden layer",
  L: "layers, L - 1 of them hidden",
} as const;

export const areas: Tolerance = {
  unit: "abs",
  limit: 1e-11,
  why: "rounding of some thousand strips that add up to areas of at most 4, times at most 27 paths",
};
