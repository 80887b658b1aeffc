import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { helmert } from "../ways/helmert.js";

const mean = (z: readonly number[]) => z.reduce((sum, entry) => sum + entry, 0) / z.length;

/** Coordinates in an orthonormal basis of the hyperplane: the centred vector without a mean in it. */
function coordinates(z: readonly number[]): {
  readonly along: number[];
  readonly back: (c: readonly number[]) => number[];
} {
  const B = z.length;
  const frame = helmert(B);
  const along = Array.from({ length: B - 1 }, (_, k) =>
    z.reduce((sum, entry, i) => sum + frame[k * B + i]! * entry, 0),
  );
  return { along, back: (c) => z.map((_, i) => c.reduce((sum, entry, k) => sum + frame[k * B + i]! * entry, 0)) };
}

export const equation9 = theorem({
  id: "batchnorm/equation-9",
  kind: "formula",
  title:
    "Batch norm subtracts a neuron's mean over the B samples of the batch and divides by its standard deviation over them, 1/B in both.",
  notation: {
    mean: "(1/B) sum of z_i over the batch",
    sigma: "sqrt((1/B) sum of (z_i - mean)^2 + epsilon)",
    z: "pre-activations of one neuron",
    y_i: "a normalised one",
    Z: "the sum of z_i over the batch",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 64, doc: "Batch size B." },
    N: { set: "integer", min: 2, max: 64, doc: "Neurons of the layer, which enter nothing." },
    z: { set: "vector", length: "B", min: -3, max: 3, doc: "Pre-activations of one neuron over the batch." },
    epsilon: { set: "real", min: 1e-5, max: 1, doc: "Keeps the division from zero." },
    gamma: { set: "real", min: 0.1, max: 3, doc: "Scale." },
    beta: { set: "real", min: -2, max: 2, doc: "Shift." },
  },
  assumptions: [],
  claim: equation(symbol("y_i"), plus(times("gamma", over(minus("z_i", "mean"), "sigma")), "beta")),
  source: paper("eq. (9)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "means and deviations over the batch",
        evaluate: ({ z, epsilon, gamma, beta }) => {
          const centre = mean(z);
          const sigma = Math.sqrt(mean(z.map((entry) => (entry - centre) ** 2)) + epsilon);
          return z.map((entry) => (gamma * (entry - centre)) / sigma + beta);
        },
      },
      right: {
        name: "a rotation into the hyperplane of mean zero, the length there, and back",
        evaluate: ({ B, z, epsilon, gamma, beta }) => {
          const { along, back } = coordinates(z);
          const sigma = Math.sqrt(along.reduce((sum, entry) => sum + entry * entry, 0) / B + epsilon);
          return back(along.map((entry) => (gamma * entry) / sigma)).map((entry) => entry + beta);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 2e-11,
        why: "rounding of sums of 64 terms of order 3 over a deviation of at least sqrt(1e-5)",
      },
    },
  ],
  printed: {
    claim: equation(symbol("mean"), times(over(1, "N"), symbol("Z"))),
    says: "The mean and the variance are printed with 1/N_l, the number of neurons, and sigma^2 with a square root; batch statistics have 1/B.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { B: 4, N: 2, z: [1, 2, 3, 2], epsilon: 1e-5, gamma: 1, beta: 0 },
      left: { name: "the mean that centres the batch", evaluate: ({ z }) => mean(z) },
      right: {
        name: "the sum over the batch by the number of neurons",
        evaluate: ({ z, N }) => (mean(z) * z.length) / N,
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "small whole numbers" },
    },
  },
});
