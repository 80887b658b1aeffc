/** Parameters, tolerances and brute force that the theorems about indicators and activations share. */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import type { IndicatorValues } from "../../../theory/grouping/activations/indicatorValues.js";
import type { Tolerance } from "../../theorem.js";
import { sumOf } from "../ways/sums.js";

type Rows = readonly (readonly number[])[];

export const units = {
  n: { set: "integer", min: 1, max: 6, doc: "Units." },
  a: { set: "vector", length: "n", min: -6, max: 6, doc: "Preactivations." },
} as const;

export const indicators = {
  set: "choice",
  of: ["{0,1}", "{-1,1}"],
  doc: "D, the values of an indicator.",
} as const;

export const valuesOf = (D: "{0,1}" | "{-1,1}"): IndicatorValues => (D === "{0,1}" ? [0, 1] : [-1, 1]);

/** A layer and a law of its inputs on a few points. */
export const perceptron = {
  D: indicators,
  inputs: { set: "integer", min: 1, max: 3, doc: "Inputs." },
  units: { set: "integer", min: 1, max: 4, doc: "Units." },
  points: { set: "integer", min: 1, max: 4, doc: "Points of the input's law." },
  W: { set: "matrix", rows: "inputs", columns: "units", min: -1.5, max: 1.5, doc: "Weights." },
  T: { set: "matrix", rows: "points", columns: "inputs", min: -2, max: 2, doc: "The points t, one a row." },
  mu: { set: "stochastic", rows: 1, columns: "points", doc: "Their probabilities." },
} as const;

export interface PerceptronValues {
  readonly D: "{0,1}" | "{-1,1}";
  readonly W: Rows;
  readonly T: Rows;
  readonly mu: Rows;
}

/** Every state of so many units, and exp(factor h.a) of each at every point, by nested loops. */
export function statesAndWeights({ D, W, T }: PerceptronValues, factor = 1): { states: Rows; weights: Rows } {
  const [low, high] = valuesOf(D);
  let states: number[][] = [[]];
  for (let i = 0; i < W[0]!.length; i++) states = states.flatMap((state) => [low, high].map((h) => [...state, h]));
  const weights = T.map((t) => {
    const a = W[0]!.map((_, i) =>
      dot(
        t,
        W.map((row) => row[i]!),
      ),
    );
    return states.map((state) => Math.exp(factor * dot(state, a)));
  });
  return { states, weights };
}

/** P(h_i = 1) of unnormalised weights of the states, one a unit. */
export const marginals = (states: Rows, weights: readonly number[]): readonly number[] =>
  states[0]!.map((_, i) => sumOf(weights.filter((__, k) => states[k]![i] === 1)) / sumOf(weights));

export const rounding: Tolerance = { unit: "abs", limit: 1e-12, why: "rounding of sums of up to 64 terms" };

export const relative: Tolerance = { unit: "rel", limit: 1e-11, why: "rounding of exponentials of up to 30" };

export const notation = {
  a: "W^T t, the preactivation",
  nu: "the law of the indicators h given t",
} as const;
