/** The spectrum of a risk's Hessian for people: dense where the matrix is small, from random probes where it is not. */
import { assertInteger } from "../../../numeric/domain.js";
import { mostSteps } from "../../../numeric/linearAlgebra/lanczos.js";
import {
  countedHistogram,
  equalBins,
  type SpectralBin,
  spectralHistogram,
  spectralShare,
} from "../../../numeric/linearAlgebra/spectralHistogram.js";
import {
  extremeRitzValues,
  type SpectralMean,
  type SpectralProbe,
  spectralMean,
  spectralProbe,
} from "../../../numeric/linearAlgebra/stochasticLanczos.js";
import { finite, optionsOf, withoutOverflow } from "../../../numeric/shape.js";
import type { HessianFacts } from "./hessianFacts.js";
import { hessianOperator } from "./riskHessian.js";
import type { RiskProblem } from "./riskProblem.js";

export interface HessianSpectrum {
  /** "dense": all eigenvalues; "lanczos": stochastic Lanczos quadrature. */
  readonly method: "dense" | "lanczos";
  readonly parameters: number;
  /** 0 for "dense". */
  readonly probes: number;
  readonly steps: number;
  /** Some eigenvalue lies within `error` of each. */
  readonly least: { readonly value: number; readonly error: number };
  readonly greatest: { readonly value: number; readonly error: number };
  readonly trace: SpectralMean;
  /** tr H^2, the squared Frobenius norm. */
  readonly traceSquare: SpectralMean;
  readonly traceCube: SpectralMean;
  /** Shares of the eigenvalues below -threshold, within it, above it. */
  readonly negative: SpectralMean;
  readonly zero: SpectralMean;
  readonly positive: SpectralMean;
  readonly threshold: number;
  readonly bins: readonly SpectralBin[];
}

const exact = (value: number): SpectralMean => ({ value, standardError: 0, quadratureError: 0 });

/** Edges from the least to the greatest; a spectrum of one point gets a bin around it. */
function edgesOf(least: number, greatest: number, bins: number): readonly number[] {
  assertInteger("bins", bins, 1, 10_000);
  const [spread, size] = [greatest - least, Math.max(Math.abs(least), Math.abs(greatest))];
  // of a multiple of the identity the ends differ by rounding
  const room = spread > 1e-12 * size ? 1e-9 * spread : size > 0 ? size / 10 : 1e-9;
  return equalBins(least - room, greatest + room, bins);
}

/** From all eigenvalues. Throws TheoryError unless `bins` is a whole number from 1 to 10000. */
export function denseSpectrum(facts: HessianFacts, bins: number): HessianSpectrum {
  const { eigenvalues, parameters, error, threshold, trace, frobenius, traceCube } = facts;
  const [least, greatest] = [eigenvalues[0]!, eigenvalues.at(-1)!];
  const share = (count: number) => exact(count / parameters);
  return {
    ...{ method: "dense", parameters, probes: 0, steps: 0, threshold },
    least: { value: least, error },
    greatest: { value: greatest, error },
    ...{ trace: exact(trace), traceSquare: exact(frobenius ** 2), traceCube: exact(traceCube) },
    ...{ negative: share(facts.negative), zero: share(facts.zero), positive: share(facts.positive) },
    bins: countedHistogram(eigenvalues, edgesOf(least, greatest, bins)),
  };
}

/** From probes of one operator with so many steps. Eigenvalues within 3/steps of the norm count as zero: Lanczos
 * does not resolve them. */
export function probedSpectrum(
  probes: readonly SpectralProbe[],
  { size, steps, bins }: { readonly size: number; readonly steps: number; readonly bins: number },
): HessianSpectrum {
  const { least, greatest } = extremeRitzValues(probes);
  const norm = Math.max(-least.value, greatest.value, 0);
  withoutOverflow("W", [size * norm ** 3]);
  const threshold = (3 / steps) * norm;
  // shares are of half-open intervals: that of zeros must not be empty where all eigenvalues are 0
  const edge = Math.max(threshold, Number.MIN_VALUE);
  const traceOf = (power: number) => {
    const { value, standardError, quadratureError } = spectralMean(probes, (x) => x ** power);
    return { value: size * value, standardError: size * standardError, quadratureError: size * quadratureError };
  };
  return {
    ...{ method: "lanczos", parameters: size, probes: probes.length, steps, threshold },
    least: { value: least.value, error: least.residual + 1e-14 * norm },
    greatest: { value: greatest.value, error: greatest.residual + 1e-14 * norm },
    ...{ trace: traceOf(1), traceSquare: traceOf(2), traceCube: traceOf(3) },
    negative: spectralShare(probes, Number.NEGATIVE_INFINITY, -edge),
    zero: spectralShare(probes, -edge, edge),
    positive: spectralShare(probes, edge, Number.POSITIVE_INFINITY),
    bins: spectralHistogram(probes, edgesOf(least.value, greatest.value, bins)),
  };
}

export interface HessianSpectrumOptions {
  /** Random starts; default 16. */
  readonly probes?: number;
  /** Steps of Lanczos, from 2; at most as many as parameters are made. Default 80, from 250000 parameters on 2e7 over their number. */
  readonly steps?: number;
  /** Whole number from 0 to 2^53 - 1; default 1. */
  readonly seed?: number;
  /** Of the histogram; default 21. */
  readonly bins?: number;
}

/** 80, or what the memory allows. */
export const usualSteps = (size: number): number => Math.max(2, Math.min(80, mostSteps(size)));

/**
 * The spectrum of the Hessian of a risk without its matrix: density as a histogram, extreme eigenvalues, traces and shares of signs, each with the
 * standard error over the probes and the error of quadrature: for traces the
 * difference to half the steps, for shares a bound. Cost: probes x steps products, six multiplications a parameter and
 * sample each, and 2 steps^2 N a probe to keep the basis orthogonal.
 *
 * @throws TheoryError "domain" for a problem whose shapes do not fit, probes, steps, seed and bins outside their ranges.
 */
export function hessianSpectrum(problem: RiskProblem, options: HessianSpectrumOptions = {}): HessianSpectrum {
  optionsOf({ probes: finite, steps: finite, seed: finite, bins: finite })("options", options);
  const operator = hessianOperator(problem);
  const { probes = 16, steps = usualSteps(operator.size), seed = 1, bins = 21 } = options;
  assertInteger("probes", probes, 1, 100_000);
  assertInteger("steps", steps, 2, 10_000);
  const found = Array.from({ length: probes }, (_, probe) =>
    spectralProbe(operator.product, operator.size, { seed, probe, steps }),
  );
  return probedSpectrum(found, { size: operator.size, steps, bins });
}
