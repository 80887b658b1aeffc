import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers, assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, modest, numbers, optionsOf } from "../../../numeric/shape.js";
import { centre, mean } from "./centre.js";
import { applyShape, jacobianShape, scaledRows } from "./jacobian.js";
import { type AffineOptions, checkedOptions, gain } from "./options.js";
import { type Standardised, standardise } from "./standardise.js";

/** The inner product E_z[a(z) b(z)] of functions of an event. Shapes: three lists of one length. */
export function eventProduct(probabilities: Vector, a: Vector, b: Vector): number {
  const normalised = checkedEvents(probabilities, a);
  assertNumbers("b", b, a.length);
  return mean(
    a.map((value, z) => value * b[z]!),
    normalised,
  );
}

export interface LadderBatchNormOptions extends AffineOptions {
  /** Var(f | z) of each event, default 0: f is a function of z. */
  readonly variances?: Vector;
  /** Offset of the output, default 0. */
  readonly c0?: number;
}

export interface LadderBatchNorm {
  readonly mean: number;
  /** Var f = Var_z E(f|z) + E Var(f|z): between events, within them, and their sum. The paper has `between` alone. */
  readonly variance: { readonly between: number; readonly within: number; readonly total: number };
  /** E(BN(f)|z) = c1 (f(z) - mu)/s + c0. */
  readonly output: Vector;
  /** d output/d f(z), m x m: c1/s (I - 1 p^T - f~ (p o f~)^T), self-adjoint under E_z[a b]. */
  readonly jacobian: Matrix;
  /** On constants, on f(z) - mu, and on what is orthogonal to both under E_z[a b]. */
  readonly eigenvalues: { readonly constants: 0; readonly along: number; readonly across: number };
  /** Whether `jacobian` is c1/s times a projection: neither variance within events nor epsilon. */
  readonly isProjection: boolean;
}

/**
 * Batch norm on a ladder's events (eq. (12) of the ladder paper) with s^2 = Var_z f(z) + E Var(f|z) + epsilon. The variance within events acts as an epsilon:
 * it lets the share (E Var + epsilon)/s^2 of a gradient along f through, so that the projection property needs f to be a function of z.
 *
 * probabilities: P(z), m >= 1 numbers from 0 up with sum 1 (to 1e-9); means: f(z) = E(f|z). Events of probability 0 do not count in the statistics, and
 * still have an output. Accuracy as `batchNormBackward`. Ours: the variance within events, which eq. (12) drops.
 * @throws TheoryError "domain": probabilities that are negative or do not sum to 1, negative variances, s = 0.
 */
export function ladderBatchNorm(
  probabilities: Vector,
  means: Vector,
  options: LadderBatchNormOptions = {},
): LadderBatchNorm {
  assertShapes(
    {
      probabilities: numbers,
      means: numbers,
      options: optionsOf({ c0: modest, c1: modest, epsilon: fromZero, variances: numbers }),
    },
    { probabilities, means, options },
  );
  const { statistics, within, epsilon, c1, p } = statisticsOf(probabilities, means, options);
  const { c0 = 0 } = options;
  const { scale, standardised, passed, sigma } = statistics;
  const across = gain(c1, scale);
  return {
    mean: statistics.mean,
    variance: { between: sigma * sigma, within, total: sigma * sigma + within },
    output: standardised.map((value) => c1 * value + c0),
    jacobian: scaledRows(jacobianShape(statistics, p), across),
    eigenvalues: { constants: 0, along: across * passed, across },
    isProjection: within + epsilon === 0,
  };
}

export interface LadderBackwardOptions extends LadderBatchNormOptions {
  /** Cov(f, g | z) of each event, default 0: gradient and activation are uncorrelated within events. */
  readonly covariances?: Vector;
}

/**
 * E(g_f|z) from f(z) and g(z) = E(g|z): c1/s (g(z) - E g - f~(z) E[f~ g]), E[f~ g] = E_z[f~(z) g(z)] + E Cov(f, g|z)/s. Exact with the variances and
 * covariances within events; without them it is J g. Shapes, domain and errors as `ladderBatchNorm`.
 */
export function ladderBatchNormBackward(
  probabilities: Vector,
  means: Vector,
  gradients: Vector,
  options: LadderBackwardOptions = {},
): Vector {
  assertShapes(
    {
      probabilities: numbers,
      means: numbers,
      gradients: numbers,
      options: optionsOf({ c0: modest, c1: modest, epsilon: fromZero, variances: numbers, covariances: numbers }),
    },
    { probabilities, means, gradients, options },
  );
  const { statistics, c1, p } = statisticsOf(probabilities, means, options);
  assertNumbers("gradients", gradients, means.length);
  const covariances = options.covariances ?? means.map(() => 0);
  assertNumbers("covariances", covariances, means.length);
  const { scale, standardised } = statistics;
  const { scaled, exponent } = centre(gradients, p);
  const factor = gain(c1, scale);
  const correction = mean(covariances, p) / scale;
  return applyShape(statistics, p, scaled).map(
    (value, z) => factor * (value * 2 ** exponent - standardised[z]! * correction),
  );
}

interface Statistics {
  readonly statistics: Standardised;
  readonly within: number;
  readonly epsilon: number;
  readonly c1: number;
  /** Probabilities that sum to 1 to rounding. */
  readonly p: Vector;
}

function statisticsOf(probabilities: Vector, means: Vector, options: LadderBatchNormOptions): Statistics {
  const p = checkedEvents(probabilities, means);
  const { c1, epsilon } = checkedOptions(options);
  const variances = options.variances ?? means.map(() => 0);
  assertNumbers("variances", variances, means.length);
  const bad = variances.findIndex((value) => value < 0);
  if (bad >= 0) throw domainError(`variances[${bad}]`, variances[bad], "a number from 0 up", "Pass variances.");
  const within = mean(variances, p);
  return { statistics: standardise(means, p, within + epsilon), within, epsilon, c1, p };
}

function checkedEvents(probabilities: Vector, means: Vector): Vector {
  assertNumbers("means", means, Math.max(1, means.length));
  assertNumbers("probabilities", probabilities, means.length);
  const sum = assertProbabilities("probabilities", probabilities);
  return probabilities.map((value) => value / sum);
}
