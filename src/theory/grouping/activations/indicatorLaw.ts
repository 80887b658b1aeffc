import { assertInteger } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, optionsOf, vector } from "../../../numeric/shape.js";
import { CompensatedSum, compensatedSum } from "../../../numeric/sum.js";
import { assertIndicatorValues, type IndicatorValues } from "./indicatorValues.js";

/** 2^12 states are enumerated at most. */
const MOST_UNITS = 12;

export interface IndicatorLawOptions {
  /** D; default [0, 1]. */
  readonly values?: IndicatorValues;
}

/** nu(h given t), state by state. */
export interface IndicatorLaw {
  /** Every h in D^n, the last unit counting fastest, the smaller value first. */
  readonly states: readonly Vector[];
  /** nu of each state. */
  readonly probabilities: readonly number[];
  /** E[h_i]. */
  readonly mean: readonly number[];
  /** The state of largest probability; among several the first, which has the smaller value at every tie. */
  readonly mostLikely: Vector;
  /** Units whose value does not matter to the probability: those of preactivation 0. Every choice there is a most likely state. */
  readonly ties: readonly number[];
  readonly probabilityOfMostLikely: number;
  /** - sum nu log nu, nats. */
  readonly entropy: number;
  /** log sum_h exp(h.a). */
  readonly logPartition: number;
}

/**
 * The conditional law of the group indicators h in D^n given the preactivation a = W^T t, by enumeration of its 2^n states:
 *
 *   nu(h given t) = exp(h.a) / sum_g exp(g.a).
 *
 * Domain: 1 to 12 finite preactivations of at most 1e100. Accuracy: 2e-14 relative for |a| up to 30, probabilities worst (1000 points, 40 digits).
 * Source: Definitions 4 and 5 of the S-System paper. @throws TheoryError "domain".
 */
export function indicatorLaw(preactivation: Vector, options: IndicatorLawOptions = {}): IndicatorLaw {
  assertShapes({ preactivation: vector, options: optionsOf({}) }, { preactivation, options });
  assertNumbers("preactivation", preactivation);
  assertInteger("preactivation.length", preactivation.length, 1, MOST_UNITS);
  const { values = [0, 1] } = options;
  assertIndicatorValues("values", values);
  const states = statesOf(values, preactivation.length);
  const best = mostLikelyOf(states, preactivation);
  // relative to the best state, so that nothing overflows and close states keep their digits
  const exponents = states.map((state) => difference(state, best, preactivation));
  const weights = exponents.map(Math.exp);
  const total = compensatedSum(weights);
  // 1 + the weights of the others: log1p keeps them where they are small
  const logTotal = Math.log1p(compensatedSum(weights.map((weight, k) => (states[k] === best ? 0 : weight))));
  const probabilities = weights.map((weight) => weight / total);
  const mean = preactivation.map((_, i) => compensatedSum(states.map((state, k) => probabilities[k]! * state[i]!)));
  const entropy = compensatedSum(probabilities.map((p, k) => (p === 0 ? 0 : p * (logTotal - exponents[k]!))));
  return {
    states,
    probabilities,
    mean,
    mostLikely: best,
    ties: [...preactivation.keys()].filter((i) => preactivation[i] === 0),
    probabilityOfMostLikely: 1 / total,
    entropy,
    logPartition: compensatedSum(best.map((h, i) => h * preactivation[i]!)) + logTotal,
  };
}

/** D^n in the order of counting. */
const statesOf = (values: IndicatorValues, units: number): readonly Vector[] =>
  Array.from({ length: 2 ** units }, (_, k) =>
    Array.from({ length: units }, (__, i) => values[(k >> (units - 1 - i)) & 1]!),
  );

/** (h - g).a, without rounding what the two have in common. */
function difference(h: Vector, g: Vector, a: Vector): number {
  const sum = new CompensatedSum();
  for (let i = 0; i < a.length; i++) sum.add((h[i]! - g[i]!) * a[i]!);
  return sum.value;
}

function mostLikelyOf(states: readonly Vector[], a: Vector): Vector {
  let best = states[0]!;
  for (const state of states) if (difference(state, best, a) > 0) best = state;
  return best;
}
