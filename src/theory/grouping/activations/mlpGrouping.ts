import { domainError } from "../../../numeric/domain.js";
import { largestDifference, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, matrix, optionsOf, vector, withoutOverflow } from "../../../numeric/shape.js";
import { sigmoid, softplus } from "../../../numeric/special/logistic.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { assertIndicatorValues, type IndicatorValues } from "./indicatorValues.js";

export interface MlpGroupingOptions {
  /** D; default [0, 1]. */
  readonly values?: IndicatorValues;
}

export interface MlpGrouping {
  /** nu(h_i = 1 given t), a row a point t. */
  readonly indicator: Matrix;
  /** q~(t) = exp(1.a)/E exp(1.a) as printed: a density on t with respect to mu, which no kernel is. */
  readonly printedDensity: Vector;
  /** sum_h nu(h given t) q((t, h)), the mixture that Definition 2 asks q~ to be. */
  readonly mixture: Vector;
  /** The largest |q~ - mixture|: above 0 Definition 4 contradicts Definition 2. */
  readonly gap: number;
  /** P(h_i = 1 given t) under the joint law q mu(dt) nu(dh given t) as printed: nu is counted twice. */
  readonly printedPosterior: Matrix;
  /** The corrected definition: exp(h.a)/Z with respect to mu times counting measure on D^n. */
  readonly corrected: {
    /** Density of t: sum_h exp(h.a)/Z. */
    readonly density: Vector;
    /** P(h_i = 1 given t): it is nu. */
    readonly posterior: Matrix;
    /** log Z = log E sum_h exp(h.a). */
    readonly logPartition: number;
  };
}

/**
 * The conditional grouping extension of a multi-layer perceptron, on a finite law mu of t, a = W^T t:
 *
 *   nu(h given t) = exp(h.a)/sum_g exp(g.a),   q((t, h)) = exp(h.a)/Z,   q~(t) = exp(1.a)/E_mu exp(1.a).
 *
 * As printed Z = E_mu sum_h nu(h given t) exp(h.a): the base measure of h is nu, so the joint law is proportional to exp(2 h.a) and h given t is
 * not nu (for one unit of {0,1}: sigmoid(2a), not sigmoid(a)); and q~ is not the mixture sum_h nu q. With counting measure for h, Z = E_mu sum_h
 * exp(h.a), both hold. Units are independent given t: no state is enumerated.
 *
 * Domain: W is inputs x units, `support` points x inputs, `mu` probabilities of the points. Sums of exponents are shifted: nothing overflows
 * below |a| = 1e100. Accuracy: 1e-14 relative for |a| up to 27 (300 layers, 40 digits). Source: Definition 4 of the S-System paper; the correction is ours.
 * @throws TheoryError "domain" for ragged W or support, and for mu that is no law, by name.
 */
export function mlpGrouping(W: Matrix, support: Matrix, mu: Vector, options: MlpGroupingOptions = {}): MlpGrouping {
  assertShapes({ W: matrix, support: matrix, mu: vector, options: optionsOf({}) }, { W, support, mu, options });
  const { values = [0, 1] } = options;
  assertIndicatorValues("values", values);
  assertMatrix("W", W);
  assertMatrix("support", support, { columns: W.length });
  if (mu.length !== support.length) {
    throw domainError("mu.length", mu.length, `${support.length}, one for each point`, "Give every point its mass.");
  }
  assertProbabilities("mu", mu);
  const a = support.map((t) => W[0]!.map((_, i) => compensatedSum(t.map((entry, k) => entry * W[k]![i]!))));
  withoutOverflow("W", a);
  const once = a.map((row) => logPartitionOf(row, values));
  const twice = a.map((row) => logPartitionOf(row, values, 2));
  const mixtureExponents = once.map((log, t) => twice[t]! - log);
  const printedDensity = densityOf(
    a.map((row) => compensatedSum(row)),
    mu,
  ).density;
  const mixture = densityOf(mixtureExponents, mu).density;
  const { density, logTotal } = densityOf(once, mu);
  withoutOverflow("mu", printedDensity, mixture, density);
  const difference = values[1] - values[0];
  const posterior = (factor: number) => a.map((row) => row.map((x) => sigmoid(factor * difference * x)));
  return {
    indicator: posterior(1),
    printedDensity,
    mixture,
    gap: largestDifference([printedDensity], [mixture]),
    printedPosterior: posterior(2),
    corrected: { density, posterior: posterior(1), logPartition: logTotal },
  };
}

/** log sum_h exp(factor h.a): the units' sums are multiplied. */
const logPartitionOf = (a: Vector, [low, high]: IndicatorValues, factor = 1): number =>
  compensatedSum(a.map((x) => factor * low * x + softplus(factor * (high - low) * x)));

/** exp(l_t) over its mean under mu, and the logarithm of that mean. */
function densityOf(exponents: Vector, mu: Vector): { readonly density: Vector; readonly logTotal: number } {
  const largest = exponents.reduce((most, l, t) => (mu[t]! > 0 ? Math.max(most, l) : most), Number.NEGATIVE_INFINITY);
  const total = compensatedSum(exponents.map((l, t) => (mu[t] === 0 ? 0 : mu[t]! * Math.exp(l - largest))));
  const logTotal = largest + Math.log(total);
  return { density: exponents.map((l) => Math.exp(l - largest) / total), logTotal };
}
