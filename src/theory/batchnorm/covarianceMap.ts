import { TheoryError } from "../../errors.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { type CentredCovariance, centredCovariance, covarianceRows } from "./covariance/centredCovariance.js";
import { fourierCovariance, isFourierQuick } from "./covariance/fourier/fourierCovariance.js";
import { laplaceCovariance } from "./covariance/laplace/laplaceCovariance.js";
import { monteCarloCovariance } from "./covariance/monteCarlo/monteCarloCovariance.js";
import {
  type CovarianceMapOptions,
  type CovarianceMethod,
  type CovarianceSettings,
  covarianceSettings,
} from "./covariance/settings.js";

export interface MappedCovariance {
  /** V(Sigma), symmetric, in the order of Sigma's rows. */
  readonly values: readonly (readonly number[])[];
  /** Absolute, for every entry. monte-carlo: four times `standardError`. */
  readonly error: number;
  /** monte-carlo: of the entry where it is largest. */
  readonly standardError?: number;
  readonly method: CovarianceMethod;
  /** laplace: kernel matrices evaluated; fourier and monte-carlo: evaluations of psi. */
  readonly evals: number;
  /** Whether the error is within the tolerance. */
  readonly converged: boolean;
}

/** A route's own result, before weightVariance. */
export interface RawCovariance {
  readonly values: Float64Array;
  readonly error: number;
  readonly standardError?: number;
  readonly evals: number;
  readonly method: CovarianceMethod;
}

/** Four standard errors hold an entry with probability 0.9999. */
export const LEVEL = 4;

/** Throws where the Laplace integral does not apply. */
export function requireHomogeneity(psi: Activation) {
  const homogeneity = psi.facts.homogeneity.value;
  if (homogeneity !== null) return homogeneity;
  throw new TheoryError(`${psi.text} is not positively homogeneous`, {
    code: "not-applicable",
    parameter: "phi",
    value: psi.text,
    domain: "phi(x) = a x_+^alpha - b x_-^alpha, such as relu or leaky_relu(0.2), without beta",
    remedy: "Use the method fourier, or monte-carlo for a large batch.",
  });
}

function methodOf({ method, psi }: CovarianceSettings, centred: CentredCovariance): CovarianceMethod {
  if (method !== "auto") return method;
  if (psi.facts.homogeneity.value !== null && !psi.facts.constant.value) return "laplace";
  return isFourierQuick(centred) ? "fourier" : "monte-carlo";
}

/** One batch. */
export function mapBatch(settings: CovarianceSettings, centred: CentredCovariance): RawCovariance {
  const method = methodOf(settings, centred);
  const { psi, maxEvals, samples, seed, tolerance = 1e-10 } = settings;
  const epsilon = settings.epsilon / centred.scale;
  if (method === "laplace") return { method, ...laplaceCovariance(requireHomogeneity(psi), centred, epsilon) };
  if (method === "fourier") return { method, ...fourierCovariance(psi, centred, { epsilon, tolerance, maxEvals }) };
  const found = monteCarloCovariance(psi, centred, { epsilon, samples, seed });
  return { method, ...found, error: LEVEL * found.standardError };
}

/** Times weightVariance, as rows, judged. */
export function finished(raw: RawCovariance, size: number, settings: CovarianceSettings): MappedCovariance {
  const { weightVariance: w, tolerance = raw.method === "monte-carlo" ? 1e-2 : 1e-10 } = settings;
  const largest = raw.values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  if (!Number.isFinite(largest)) {
    throw new TheoryError("an activation's value is not finite on the batch", {
      code: "undefined-value",
      parameter: "phi",
      value: settings.psi.text,
      domain: "activations that are finite up to sqrt(B)",
      remedy: "Take a smaller gamma.",
    });
  }
  const values = Array.from({ length: size }, (_, i) =>
    Array.from(raw.values.subarray(i * size, (i + 1) * size), (value) => w * value),
  );
  return {
    values,
    error: w * raw.error,
    ...(raw.standardError === undefined ? {} : { standardError: w * raw.standardError }),
    method: raw.method,
    evals: raw.evals,
    converged: raw.error <= tolerance * Math.max(largest, Number.MIN_VALUE),
  };
}

/**
 * One batch-normalised layer's covariance,
 *
 *   V(Sigma) = weightVariance E[psi(x) psi(x)^T],   x = sqrt(B) y / sqrt(|y|^2 + B epsilon),   y = G h,   h ~ N(0, Sigma),
 *
 * psi(x) = phi(gamma x + beta), G the centring, for any positive semi-definite B x B Sigma, singular ones too, 2 <= B <= 512.
 *
 * - laplace (phi positively homogeneous, beta = 0; Theorem 2): relative accuracy 1e-12 or better at a condition number of 1e6, B = 8. Measured against
 *   22 digits: 1.5e-15 at worst of seven covariances with B <= 8, singular ones too. ReLU on Wishart covariances, one thread: B = 32 2 ms, B = 128 9 ms,
 *   B = 512 0.33 s, error 3e-13, trace to 1e-14 relative; one direction 1000 times longer than the rest: B = 128 30 ms, B = 512 1.6 s. Any degree
 *   above -1/2 costs the same to twice that. What rounding of Sigma leaves of directions 1e10 below the largest is in the error.
 * - fourier (any phi; Theorem 3, both of its integrals done in closed form): the error asked for, 1e-10 by default, and some 1e-13 in
 *   truth; 2 to 4 ms a pair of samples for smooth phi, 12 ms with two kinks away from 0: gelu B = 16 0.2 s, hardtanh B = 16 1.6 s.
 *   Pairs that a symmetry of Sigma makes alike are computed once, so that a batch of a few blocks costs milliseconds at any size. It keeps
 *   to `maxEvals` evaluations, half a minute by default: pairs that are dear (nearly parallel samples, kinks at B = 64) then come with
 *   the error they have, and `converged` is false; where even the coarsest rules would take twice that, it refuses.
 * - monte-carlo (any phi, any size): error is four standard errors, the same numbers for the same seed.
 *
 * The error is absolute and holds for every entry; for the first two an estimate, from rules of rising size, test integrals and rounding.
 * @throws TheoryError "domain" for what is no covariance or has no spread after centring; "not-applicable" for laplace with a phi that
 * is not homogeneous, and for fourier where it would take more than maxEvals.
 */
export function covarianceMap(
  phi: Activation | string | ((x: number) => number),
  sigma: readonly (readonly number[])[],
  options: CovarianceMapOptions = {},
): MappedCovariance {
  const rows = covarianceRows("sigma", sigma);
  const size = sigma.length;
  const settings = covarianceSettings(phi, size, options);
  const centred = centredCovariance(rows, size, size);
  return finished(mapBatch(settings, centred), size, settings);
}
