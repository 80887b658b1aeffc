import { domainError } from "../../../numeric/domain.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { makeProblem } from "../problem.js";

export type CovarianceMethod = "laplace" | "fourier" | "monte-carlo";

export interface CovarianceMapOptions {
  /** Default "auto": laplace where it applies; fourier up to 64 samples, or with few distinct eigenvalues; else monte-carlo. */
  readonly method?: "auto" | CovarianceMethod | undefined;
  /** Batch norm's epsilon, >= 0. Default 0. */
  readonly epsilon?: number | undefined;
  /** Scale after normalisation, not 0. Default 1. */
  readonly gamma?: number | undefined;
  /** Shift after normalisation. Default 0. */
  readonly beta?: number | undefined;
  /** sigma_w^2, a factor of the result. Default 1. */
  readonly weightVariance?: number | undefined;
  /** Relative to the largest entry; `converged` compares the error with it. Default 1e-10; monte-carlo 1e-2. */
  readonly tolerance?: number | undefined;
  /** Evaluations of psi that fourier may cost, 1e4 to Infinity. Default 6e8: half a minute. Beyond it `converged` is false, or the route refuses. */
  readonly maxEvals?: number | undefined;
  /** Draws of monte-carlo, 64 to 1e9. Default 5e4. */
  readonly samples?: number | undefined;
  /** Of monte-carlo, an integer in [0, 2^52]. Default 0. */
  readonly seed?: number | undefined;
}

/** Everything checked and filled in. */
export interface CovarianceSettings {
  readonly psi: Activation;
  readonly method: "auto" | CovarianceMethod;
  readonly epsilon: number;
  readonly weightVariance: number;
  readonly tolerance: number | undefined;
  readonly maxEvals: number;
  readonly samples: number;
  readonly seed: number;
}

const METHODS: readonly unknown[] = ["auto", "laplace", "fourier", "monte-carlo"];

export function covarianceSettings(
  phi: Activation | string | ((x: number) => number),
  batch: number,
  options: CovarianceMapOptions,
): CovarianceSettings {
  const { method = "auto", epsilon = 0, gamma, beta, weightVariance, tolerance } = options;
  const { maxEvals = 6e8, samples = 5e4, seed = 0 } = options;
  if (!METHODS.includes(method))
    throw domainError("method", method, "auto, laplace, fourier or monte-carlo", "Leave it out for the best one.");
  if (!(epsilon >= 0 && epsilon <= 1e12))
    throw domainError("epsilon", epsilon, "a number from 0 to 1e12", "Batch norm adds it to the variance.");
  if (tolerance !== undefined && !(tolerance > 0 && tolerance < 1))
    throw domainError("tolerance", tolerance, "between 0 and 1", "It is relative to the largest entry.");
  if (!(maxEvals >= 1e4))
    throw domainError("maxEvals", maxEvals, "a number from 1e4 to Infinity", "1e8 take 5 to 10 seconds.");
  if (!(Number.isInteger(samples) && samples >= 64 && samples <= 1e9))
    throw domainError("samples", samples, "an integer from 64 to 1e9", "The error falls as samples^-1/2.");
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 2 ** 52))
    throw domainError("seed", seed, "an integer from 0 to 2^52", "The same seed gives the same numbers.");
  const problem = makeProblem({ activation: phi, batch, gamma, beta, weightVariance });
  const { psi, weightVariance: w } = problem;
  return { psi, method, epsilon, weightVariance: w, tolerance, maxEvals, samples, seed };
}
