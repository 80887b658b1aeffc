/**
 * Stochastic Lanczos quadrature: (1/N) tr f(A) of a symmetric N x N matrix from products A v alone. For v uniform on the unit sphere
 *
 *   E v^T f(A) v = (1/N) tr f(A),   v^T f(A) v ~ sum_i w_i f(theta_i),
 *
 * the Gauss rule of the spectral measure of v, from k steps of Lanczos: exact for polynomials of degree 2k - 1 (2k where the space is invariant).
 *
 * Source: G. H. Golub and G. Meurant, Matrices, Moments and Quadrature (2010); S. Ubaru, J. Chen and Y. Saad, SIAM J. Matrix Anal. Appl. 38
 * (2017) 1075-1099. Ours: two errors beside every number. The standard error says how far the mean of these probes may be from that of all: for
 * v uniform on the sphere
 *
 *   Var v^T f(A) v = 2/(N + 2) (1/N) tr (f(A) - m)^2,   m = (1/N) tr f(A),
 *
 * and that trace the probes estimate too: far better than the spread of a few of them does, and from one alone. The difference to the rule of half the
 * steps says how far quadrature may be off.
 */
import { assertInteger, domainError } from "../domain.js";
import { GaussianStream } from "../random/gaussianStream.js";
import { assertShapes, callable, finite, list, madeBy, type Shape, settingsOf } from "../shape.js";
import {
  type LanczosBasis,
  lanczosSteps,
  type RitzValue,
  resultOf,
  ritzValues,
  type SymmetricProduct,
} from "./lanczos.js";

/** The rules of one start. */
export interface SpectralProbe {
  /** N. */
  readonly size: number;
  readonly ritz: readonly RitzValue[];
  /** Of half the steps. */
  readonly coarse: readonly RitzValue[];
  readonly invariant: boolean;
}

export interface ProbeOptions {
  /** Whole number from 0 to 2^53 - 1. */
  readonly seed: number;
  /** Which start of this seed: the probe is a pure function of both. */
  readonly probe: number;
  /** From 2 up: a rule of one node has no coarser one to compare with. More than the size are not needed. */
  readonly steps: number;
}

/**
 * One probe. The start is Gaussian: its direction is uniform. Throws TheoryError for sizes as `lanczos` does, for steps below 2, a size that is no
 * whole number from 1 to 2e7 and a seed outside its domain.
 */
export const spectralProbe = (product: SymmetricProduct, size: number, options: ProbeOptions): SpectralProbe =>
  resultOf(probeSteps(product, size, options));

/** The same, one product a piece. */
export function* probeSteps(
  product: SymmetricProduct,
  size: number,
  options: ProbeOptions,
): Generator<undefined, SpectralProbe> {
  const shape = settingsOf({ seed: finite, probe: finite, steps: finite });
  assertShapes({ product: callable, size: finite, options: shape }, { product, size, options });
  const { seed, probe, steps } = options;
  assertInteger("steps", steps, 2, Number.MAX_SAFE_INTEGER);
  assertInteger("size", size, 1, 20_000_000);
  const start = new GaussianStream({ seed, sample: 11, draw: probe }).fill(new Float64Array(size));
  const basis = yield* lanczosSteps(product, start, Math.min(steps, size));
  const half = Math.ceil(basis.diagonal.length / 2);
  const coarse = ritzValues(leading(basis, half));
  return Object.freeze({ size, ritz: ritzValues(basis), coarse, invariant: basis.invariant });
}

/** After so many of the steps. */
function leading({ diagonal, offDiagonal, residual }: LanczosBasis, steps: number): LanczosBasis {
  const rest = steps < diagonal.length ? offDiagonal[steps - 1]! : residual;
  const parts = { diagonal: diagonal.slice(0, steps), offDiagonal: offDiagonal.slice(0, steps - 1) };
  return Object.freeze({ ...parts, residual: rest, invariant: rest === 0 });
}

/** A number from random probes, with both errors. */
export interface SpectralMean {
  readonly value: number;
  /** Standard deviation of the mean over random probes, from its closed form. Where a few eigenvalues make up most of it, it is as uncertain as
   * these eigenvalues' share of the starts. */
  readonly standardError: number;
  /** |difference| to the rules of half the steps, 0 where the spaces are invariant; and rounding, 1e-14 of the mean |f|. */
  readonly quadratureError: number;
}

/** One or more of what `spectralProbe` returns. */
export const probesShape: Shape = list(madeBy("spectralProbe", "size", "ritz", "coarse"), 1);

/** (1/N) tr f(A) from probes of one matrix. Throws TheoryError without probes, and where f is not a number. */
export function spectralMean(probes: readonly SpectralProbe[], f: (eigenvalue: number) => number): SpectralMean {
  assertShapes({ probes: probesShape, f: callable }, { probes, f });
  const count = probes.length;
  const meanBy = (rule: "ritz" | "coarse", of: (x: number) => number) =>
    probes.reduce(
      (sum, probe) => sum + probe[rule].reduce((all, { value: x, weight }) => all + weight * of(x), 0) / count,
      0,
    );
  const [value, coarse] = [meanBy("ritz", f), meanBy("coarse", f)];
  if (!Number.isFinite(value + coarse)) {
    throw domainError("f", "a function that is not finite at an eigenvalue", "a finite function", "Pass another one.");
  }
  const magnitude = meanBy("ritz", (x) => Math.abs(f(x)));
  // in units of the magnitude: squares of doubles overflow
  const variance = magnitude === 0 ? 0 : meanBy("ritz", (x) => ((f(x) - value) / magnitude) ** 2);
  const standardError = magnitude * Math.sqrt((2 * variance) / (probes[0]!.size + 2) / count);
  const whole = probes.every(({ invariant }) => invariant);
  return { value, standardError, quadratureError: (whole ? 0 : Math.abs(value - coarse)) + 1e-14 * magnitude };
}

/** The smallest and the largest Ritz value of all probes: A has an eigenvalue within `residual` of each. Outer ones may exist, but rarely do. */
export function extremeRitzValues(probes: readonly SpectralProbe[]): {
  readonly least: RitzValue;
  readonly greatest: RitzValue;
} {
  probesShape("probes", probes);
  const least = probes.map(({ ritz }) => ritz[0]!).reduce((a, b) => (b.value < a.value ? b : a));
  const greatest = probes.map(({ ritz }) => ritz.at(-1)!).reduce((a, b) => (b.value > a.value ? b : a));
  return { least, greatest };
}
