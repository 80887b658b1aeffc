/**
 * P(ReLU(W) is singular) for an n x n matrix W of independent continuous symmetric entries.
 *
 * The positive entries are where the n^2 fair signs say; given them they have a density, and a determinant that is a polynomial of entries with
 * a density is zero with probability 0 or 1: 1 exactly when no permutation meets positive entries only. So P = Z_n / 2^(n^2), Z_n the number of 0/1 matrices
 * with permanent 0: 1/2, 9/16, 265/512, ... Ours; Sec. 5.1 of the ladder paper says that random weights give full rank with probability 1.
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { type Estimate, UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { assertShapes, finite, optionsOf } from "../../../numeric/shape.js";
import { type Rational, rational, toNumber } from "../../../symbolic/rational.js";
import { hasPerfectMatching } from "./perfectMatching.js";
import { permanentZeroCount } from "./permanentZeroCount.js";

export interface ReluSingularity {
  /** Exact (error: one rounding) for n up to 6; beyond it a mean over samples, with its standard error. */
  readonly probability: Estimate;
  /** Z_n / 2^(n^2); null for a mean over samples. */
  readonly exact: Rational | null;
}

export interface SingularityOptions {
  /** For n > 6: sign patterns drawn, default 10 000; n^2 times as many signs, 1e8 at most. */
  readonly samples?: number;
  /** Integer from 0 to 2^53 - 1, default 1. */
  readonly seed?: number;
}

const LARGEST_EXACT = 6;
const MOST_SIGNS = 1e8;

/** P(ReLU(W) singular), W n x n Gaussian, 1 <= n <= 64. Throws TheoryError "domain". The standard error of no hit at all is that of one. */
export function reluSingularity(n: number, options: SingularityOptions = {}): ReluSingularity {
  assertShapes({ options: optionsOf({ samples: finite, seed: finite }) }, { options });
  const { samples = 10_000, seed = 1 } = options;
  assertInteger("n", n, 1, 64);
  if (n <= LARGEST_EXACT) {
    const { count, steps } = permanentZeroCount(n);
    const exact = rational(count, 1n << BigInt(n * n));
    const value = toNumber(exact);
    const error = UNIT_ROUNDOFF * value;
    return { probability: { value, error, method: "sign patterns", evals: steps, converged: true }, exact };
  }
  assertInteger("samples", samples, 1, 1e8);
  if (samples * n * n > MOST_SIGNS) {
    throw domainError("samples", samples, `at most ${Math.floor(MOST_SIGNS / (n * n))} for n = ${n}`, "Draw fewer.");
  }
  let singular = 0;
  for (let sample = 0; sample < samples; sample++) if (!hasPerfectMatching(randomSigns(n, seed, sample))) singular += 1;
  const value = singular / samples;
  const spread = Math.max(singular, 1) / samples;
  const error = Math.sqrt((spread * Math.max(1 - spread, 1 / samples)) / samples);
  return {
    probability: { value, error, method: "sampled sign patterns", evals: samples, converged: true },
    exact: null,
  };
}

/** n rows of n fair signs; true: positive. */
function randomSigns(n: number, seed: number, sample: number): boolean[][] {
  const stream = new GaussianStream({ seed, sample, draw: 0 });
  return Array.from({ length: n }, () => Array.from({ length: n }, () => stream.uniform() > 0.5));
}
