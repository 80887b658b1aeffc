/**
 * One batch-normalised layer's covariance V(Sigma) = E[B_phi(h) B_phi(h)^T], h ~ N(0, Sigma), B_phi(h) = phi(sqrt(B) y/|y|_e),
 * y = G h, |y|_e^2 = |y|^2 + B epsilon, for a positively homogeneous phi of degree a and any positive semi-definite Sigma.
 *
 *   V_ij = B^a / Gamma(a) int_0^inf s^(a-1) e^(-B epsilon s) F_ij(s) ds,                      (Theorem 2; here for a >= 1/2)
 *   F_ij(s) = det(I + 2 s S)^(-1/2) K_ij(C(s)),   C(s) = S (I + 2 s S)^-1,   S = G Sigma G,   K the Gaussian kernel.
 *
 * Ours: epsilon, which Theorem 2 does not have; and, for -1/2 < a < 1/2, where the integral converges slowly or not at all, the
 * same by parts, with dC/ds = -2 C^2:
 *
 *   V_ij = -B^a / Gamma(a+1) int_0^inf s^a (e^(-B epsilon s) F_ij)'(s) ds;
 *
 * a = 0 needs no integral: V = K(S). Two ways through the integral, both ours. `gaussLaplace`, from 24 samples on: few s, a Gauss rule, and
 * C(s) by a Cholesky inverse. Below, for smaller batches: S in eigencoordinates and a trapezoid sum in r = log s, analytic at least in |Im r| < pi/2 (a variance
 * is a Stieltjes function of s, and C_ii C_jj - C_ij^2 a positive sum of products of two factors lambda/(1 + 2 s lambda)), so a
 * step of 1/4 is at rounding and the square of the last difference estimates the error. A free check for a = 1 without epsilon:
 * tr V = B (left^2 + right^2) / 2.
 */
import { domainError } from "../../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";
import type { CentredCovariance } from "../centredCovariance.js";
import { type CentredSpectrum, centredSpectrum } from "../spectrum.js";
import { EigenIntegrand } from "./eigenIntegrand.js";
import { gaussLaplace } from "./gaussLaplace.js";
import { HomogeneousKernel } from "./homogeneousKernel.js";
import type { LaplaceCovariance } from "./result.js";

/** Terms below e^-44 of the largest change no digit. */
const DROP = 44;
const STEPS = [0.5, 0.25, 0.125];
/** Smaller batches go through eigencoordinates, which cost nothing there. */
const SMALLEST_GAUSS = 24;
/** Relative; beyond it eigencoordinates may do better, and are tried where they take a second at most. */
const ENOUGH = 4e-12;
const LARGEST_TRAPEZOID = 64;

/**
 * V(Sigma); `epsilon` in units of the covariance's scale. Accuracy relative to the largest entry, 1e-12 or better up to a condition
 * number of 1e6 on the centred space (the eigenvalues of S carry an error of 2^-53 of the largest).
 * @throws TheoryError "domain" for a degree <= -1/2 or a covariance that is not positive semi-definite; for a degree <= 0 also
 * where a sample sits at the batch mean, since phi(0) is then not defined by homogeneity.
 */
export function laplaceCovariance(
  homogeneity: Homogeneity,
  centred: CentredCovariance,
  epsilon = 0,
): LaplaceCovariance {
  const { degree: a } = homogeneity;
  if (!(a > -0.5)) throw domainError("degree", a, "above -1/2", "E phi(z)^2 diverges.");
  const { size } = centred;
  const kernel = new HomogeneousKernel(homogeneity);
  const fast = size >= SMALLEST_GAUSS ? gaussLaplace(kernel, centred, epsilon * size) : undefined;
  if (fast !== undefined && (size > LARGEST_TRAPEZOID || fast.error <= ENOUGH * largestOf(fast.values))) return fast;
  const slow = trapezoidLaplace(kernel, centredSpectrum(centred), epsilon * size);
  return fast !== undefined && fast.error < slow.error ? fast : slow;
}

/** By the trapezoid rule, for any spectrum; `kappa` = B epsilon. */
export function trapezoidLaplace(
  kernel: HomogeneousKernel,
  spectrum: CentredSpectrum,
  kappa: number,
): LaplaceCovariance {
  const { size } = spectrum;
  const a = kernel.degree;
  if (a <= 0) assertNoZeroSample(spectrum);
  if (a === 0) {
    const integrand = new EigenIntegrand(kernel, spectrum, 0, false);
    const entries = new Float64Array(integrand.count);
    integrand.addTo(entries, Number.NEGATIVE_INFINITY);
    return { values: assemble(size, entries, 1), error: roundingOf(spectrum, a) * largestOf(entries), evals: 1 };
  }
  const byParts = a < 0.5;
  const integrand = new EigenIntegrand(kernel, spectrum, kappa, byParts);
  const { entries, error } = integrate(integrand, roundingOf(spectrum, a));
  const factor = size ** a / gammaRatio(1, byParts ? a : a - 1);
  return { values: assemble(size, entries, factor), error: factor * error, evals: integrand.evals };
}

function assertNoZeroSample({ size, rank, rows }: CentredSpectrum): void {
  for (let i = 0; i < size; i++) {
    const squares = rows.subarray(i * rank, (i + 1) * rank).reduce((sum, entry) => sum + entry * entry, 0);
    if (squares > UNIT_ROUNDOFF ** 2) continue;
    throw domainError("sigma", `sample ${i}`, "no sample at the batch mean when the degree is 0 or less", "Move it.");
  }
}

/**
 * Relative to the largest entry. Samples may be as close to parallel as 1 - |c| = 1/condition, where the kernel's slope is
 * (1-|c|)^(a-1/2); the eigenvectors bring the square root of the condition number for any degree.
 */
function roundingOf({ size, eigenvalues }: CentredSpectrum, degree: number): number {
  const condition = Math.max(...eigenvalues) / Math.min(...eigenvalues);
  return (64 + 8 * Math.sqrt(size) + 4 * condition ** Math.max(0.5, 0.5 - degree)) * UNIT_ROUNDOFF;
}

/** The range of r that matters, in whole steps of the coarsest rule. */
function rangeOf(integrand: EigenIntegrand): { from: number; to: number } {
  const step = STEPS[0];
  let top = integrand.envelope(0);
  const side = (direction: number): number => {
    let r = 0;
    while (integrand.envelope(r) > top - DROP && Math.abs(r) < 700) {
      r += direction * step;
      top = Math.max(top, integrand.envelope(r));
    }
    return r;
  };
  return { to: side(1), from: side(-1) };
}

/** The trapezoid rule at steps 1/2, 1/4, 1/8, each reusing the last. */
function integrate(integrand: EigenIntegrand, rounding: number): { entries: Float64Array; error: number } {
  const { from, to } = rangeOf(integrand);
  const sum = new Float64Array(integrand.count);
  let entries = sum;
  let error = Number.POSITIVE_INFINITY;
  for (const [level, step] of STEPS.entries()) {
    const coarser = entries;
    const first = level === 0 ? from : from + step;
    for (let r = first; r < to + step / 2; r += level === 0 ? step : 2 * step) integrand.addTo(sum, r);
    entries = sum.map((entry) => entry * step);
    const scale = largestOf(entries);
    if (level === 0) continue;
    const difference = largestOf(entries.map((entry, at) => entry - coarser[at]));
    error = Math.min(difference, (100 * difference * difference) / scale) + rounding * scale;
    if (error <= 2 * rounding * scale) break;
  }
  return { entries, error };
}

const largestOf = (entries: Float64Array): number => entries.reduce((top, entry) => Math.max(top, Math.abs(entry)), 0);

function assemble(size: number, entries: Float64Array, factor: number): Float64Array {
  const values = new Float64Array(size * size);
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = i; j < size; j++, at++) values[i * size + j] = values[j * size + i] = factor * entries[at];
  }
  return values;
}
