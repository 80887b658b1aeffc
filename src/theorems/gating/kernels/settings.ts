/** What the theorems about kernels share. */
import { type GatedModel, isLinearlyGated } from "../../../theory/gating/network/gatedNetwork.js";
import type { Tolerance } from "../../theorem.js";
import { biases, choice, networkSizes, size } from "../ways/parameters.js";
import { type NetworkValues, networkOf } from "../ways/randomNetworks.js";

export const kernelSizes = {
  ...networkSizes,
  n: size(1, 4, "Number of points n."),
  model: choice(["relu", "dlgn", "dlgn-pwc", "dln"], "The model."),
  biases,
  gates: choice([">=", ">", "soft"], "Step gates that are open or closed at 0; soft gates, beta = 2, of a DLGN."),
} as const;

type KernelValues = NetworkValues & { readonly model: string; readonly gates: string };

/** Soft gates are those of a DLGN: others have step gates then. */
export function kernelNetwork({ model, gates, ...values }: KernelValues) {
  const soft = gates === "soft" && isLinearlyGated(model);
  return networkOf(model as GatedModel, values, soft ? { beta: 2 } : { atZero: gates === ">" ? "closed" : "open" });
}

/** x_1, x_1; x_1, x_2; ... of n points. */
export const pairs = <T>(points: readonly T[]): [T, T][] =>
  points.flatMap((x) => points.map((other): [T, T] => [x, other]));

export const rounding: Tolerance = {
  unit: "abs",
  limit: 1e-9,
  why: "rounding of sums of some hundred products of up to eight factors of order 1",
};

/** Networks of at most ten expert weights, to sum over their signs. */
export const fewWeights = {
  d: size(1, 2, "Number of inputs d."),
  L: size(2, 3, "Number of layers L."),
  m: size(1, 2, "Neurons of each hidden layer m."),
  model: choice(["dlgn", "dlgn-pwc"], "The model."),
  gates: choice([">=", "soft"], "Step gates, or soft gates with beta = 2."),
  sigma: { set: "real", min: 0.3, max: 1.5, doc: "Standard deviation of the expert weights." },
  seed: networkSizes.seed,
} as const;

export const fixedGates = (values: Omit<KernelValues, "C" | "weights" | "biases">) =>
  kernelNetwork({ ...values, C: 1, weights: "gaussian" });
