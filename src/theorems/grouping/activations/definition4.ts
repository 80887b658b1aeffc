import { doubleCounting, posteriorErratum } from "../../../../proofs/grouping/activations.js";
import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type MlpGrouping, mlpGrouping } from "../../../theory/grouping/activations/mlpGrouping.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import {
  marginals,
  notation,
  type PerceptronValues,
  perceptron,
  relative,
  rounding,
  statesAndWeights,
  sumOf,
} from "./settings.js";

const extension = ({ W, T, mu, D }: PerceptronValues): MlpGrouping =>
  mlpGrouping(W, T, mu[0]!, { values: D === "{0,1}" ? [0, 1] : [-1, 1] });

/** Of the joint law with that many factors exp(h.a), point by point. */
const posteriors = (values: PerceptronValues, factor: number): readonly number[] => {
  const { states, weights } = statesAndWeights(values, factor);
  return weights.flatMap((row) => marginals(states, row));
};

export const definition4 = theorem({
  id: "grouping/definition-4",
  kind: "definition",
  title:
    "With counting measure for the indicators, exp(h.a)/Z is a joint law of t and h in which h given t has the law nu.",
  notation: { ...notation, P_1: "P(h_i = 1 given t) under the joint law, D = {0,1}" },
  parameters: perceptron,
  assumptions: [],
  claim: posteriorErratum.corrected,
  source: paper("Definition 4"),
  uses: ["grouping/units-independent"],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P(h_i = 1 given t) from the joint law on all (t, h)",
        evaluate: (values) => posteriors(values, 1),
      },
      right: { name: "nu of each unit", evaluate: (values) => extension(values).corrected.posterior.flat() },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: posteriorErratum.printed,
    says: "exp(h.a)/Z is printed as a density with respect to nu(dh given t) mu(dt): nu is counted twice, and h = 1 gets the probability sigmoid(2a) given t.",
    damaged: false,
    refutation: { kind: "exact", erratum: posteriorErratum },
  },
});

export const printedPosterior = theorem({
  id: "grouping/printed-posterior",
  kind: "formula",
  title: "Under Definition 4 as printed the indicator of a unit is 1 with probability sigmoid(2a) given t.",
  notation: { ...notation, P_1: "P(h_i = 1 given t), D = {0,1}, the density exp(h.a)/Z with respect to nu" },
  parameters: perceptron,
  assumptions: [],
  claim: doubleCounting.claim,
  source: paper("Definition 4"),
  uses: ["grouping/units-independent"],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    { kind: "exact", proofs: [doubleCounting] },
    {
      kind: "routes",
      left: {
        name: "from the printed joint law on all (t, h), which has exp(h.a) twice",
        evaluate: (values) => posteriors(values, 2),
      },
      right: { name: "sigmoid of twice the log odds", evaluate: (values) => extension(values).printedPosterior.flat() },
      tolerance: rounding,
    },
  ],
});

const point = {
  D: "{0,1}",
  inputs: 1,
  units: 1,
  points: 3,
  W: [[1]],
  T: [[-1], [0.5], [2]],
  mu: [[0.2, 0.5, 0.3]],
} as const;

/** sum_h nu(h given t) exp(h.a)/Z at every t, all by sums over states. */
function mixtureByStates(values: PerceptronValues): readonly number[] {
  const { weights } = statesAndWeights(values);
  const means = weights.map((row) => sumOf(row.map((w) => w * w)) / sumOf(row));
  const Z = sumOf(means.map((mean, t) => mean * values.mu[0]![t]!));
  return means.map((mean) => mean / Z);
}

/** exp(1.a)/E exp(1.a): the weight of the last state, in which every unit is 1. */
function printedByStates(values: PerceptronValues): readonly number[] {
  const top = statesAndWeights(values).weights.map((row) => row.at(-1)!);
  const mean = sumOf(top.map((w, t) => w * values.mu[0]![t]!));
  return top.map((w) => w / mean);
}

export const definition4Mixture = theorem({
  id: "grouping/definition-4-mixture",
  kind: "definition",
  title:
    "With counting measure for the indicators, the density of t is the sum over h of that of (t, h), as Definition 2 asks.",
  notation: { ...notation, q_t: "the density of t with respect to mu", M_t: "sum_h of the density of (t, h)" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("q_t"), symbol("M_t")),
  source: paper("Definition 4"),
  uses: ["grouping/definition-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the density of t, unit by unit", evaluate: (values) => extension(values).corrected.density },
      right: {
        name: "the sum over the states, over its mean under mu",
        evaluate: (values) => {
          const sums = statesAndWeights(values).weights.map(sumOf);
          const Z = sumOf(sums.map((sum, t) => sum * values.mu[0]![t]!));
          return sums.map((sum) => sum / Z);
        },
      },
      tolerance: relative,
    },
  ],
  printed: {
    claim: equation(symbol("q_t"), symbol("M_t")),
    says: "q~(t) = exp(1.a)/E exp(1.a) is printed, of which the group kernel should be the mixture sum_h nu(h given t) q((t, h)) = q~(t): the two differ.",
    damaged: false,
    refutation: {
      kind: "point",
      at: point,
      left: { name: "q~ as printed", evaluate: printedByStates },
      right: { name: "sum_h nu q", evaluate: mixtureByStates },
      tolerance: relative,
    },
  },
});

export const definition4Gap = theorem({
  id: "grouping/definition-4-gap",
  kind: "remark",
  title: "The gap between the printed density of t and the mixture over h is what sums over all states give.",
  notation: { ...notation, d: "the largest difference over t", d_h: "the same by sums over states" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("d"), symbol("d_h")),
  source: paper("Definition 4"),
  uses: ["grouping/definition-4-mixture"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "printed density and mixture, unit by unit",
        evaluate: (values) => {
          const { printedDensity, mixture, gap } = extension(values);
          return [...printedDensity, ...mixture, gap];
        },
      },
      right: {
        name: "the same by sums over states",
        evaluate: (values) => {
          const [printed, mixture] = [printedByStates(values), mixtureByStates(values)];
          return [...printed, ...mixture, Math.max(...printed.map((q, t) => Math.abs(q - mixture[t]!)))];
        },
      },
      tolerance: relative,
    },
    {
      kind: "reference",
      at: point,
      value: "0.1724884080693",
      origin: "sums over the states in double precision (NumPy)",
      way: { name: "the gap", evaluate: (values) => extension(values).gap },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
    },
  ],
});

export const definition4Density = theorem({
  id: "grouping/definition-4-density",
  kind: "definition",
  title: "q~ is a density on t with respect to mu: it has mean 1 under mu, and is no probability kernel given t.",
  notation: { ...notation, E_q: "the mean of q~(t) under mu", q_t: "q~ at one t" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("E_q"), term(1)),
  source: paper("Definition 4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of q~ under mu",
        evaluate: (values) => sumOf(extension(values).printedDensity.map((q, t) => q * values.mu[0]![t]!)),
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("q_t"), term(1)),
    says: "Q~(T, H~) is a probability kernel in Definition 2: a total mass of 1 for every t. In Definition 4 it does not depend on the coupled element h~, and at one t it is not 1.",
    damaged: false,
    refutation: {
      kind: "point",
      at: point,
      left: { name: "the total mass at the first point", evaluate: (values) => extension(values).printedDensity[0]! },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  },
});
