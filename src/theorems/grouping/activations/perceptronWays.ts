/** What the theorems about Definition 4 compute in several places. */
import { type MlpGrouping, mlpGrouping } from "../../../theory/grouping/activations/mlpGrouping.js";
import { sumOf } from "../ways/sums.js";
import { marginals, type PerceptronValues, statesAndWeights, valuesOf } from "./settings.js";

export const extension = ({ W, T, mu, D }: PerceptronValues): MlpGrouping =>
  mlpGrouping(W, T, mu[0]!, { values: valuesOf(D) });

/** Of the joint law with that many factors exp(h.a), point by point. */
export const posteriors = (values: PerceptronValues, factor: number): readonly number[] => {
  const { states, weights } = statesAndWeights(values, factor);
  return weights.flatMap((row) => marginals(states, row));
};

/** A point at which the printed statements fail. */
export const point = {
  D: "{0,1}",
  inputs: 1,
  units: 1,
  points: 3,
  W: [[1]],
  T: [[-1], [0.5], [2]],
  mu: [[0.2, 0.5, 0.3]],
} as const;

/** sum_h nu(h given t) exp(h.a)/Z at every t, all by sums over states. */
export function mixtureByStates(values: PerceptronValues): readonly number[] {
  const { weights } = statesAndWeights(values);
  const means = weights.map((row) => sumOf(row.map((w) => w * w)) / sumOf(row));
  const Z = sumOf(means.map((mean, t) => mean * values.mu[0]![t]!));
  return means.map((mean) => mean / Z);
}

/** exp(1.a)/E exp(1.a): the weight of the last state, in which every unit is 1. */
export function printedByStates(values: PerceptronValues): readonly number[] {
  const top = statesAndWeights(values).weights.map((row) => row.at(-1)!);
  const mean = sumOf(top.map((w, t) => w * values.mu[0]![t]!));
  return top.map((w) => w / mean);
}
