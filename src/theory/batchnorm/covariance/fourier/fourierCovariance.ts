/**
 * One batch-normalised layer's covariance for any phi, gamma, beta and epsilon: every entry is the mean of psi(x) psi(w) over the law
 * of two samples of the batch, which plane.ts has in closed form (Theorem 3 with both of its integrals done). Two dimensions are left;
 * they are cut where a sample crosses a kink of psi.
 */
import { TheoryError } from "../../../../errors.js";
import { symmetricEigenvalues } from "../../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { Activation } from "../../../../symbolic/activation/activation.js";
import type { CentredCovariance } from "../centredCovariance.js";
import { type CentredSpectrum, centredSpectrum } from "../spectrum.js";
import { distinctSpectrum, groupedProducts, planeWeights } from "./distinctSpectrum.js";
import { lineMoments } from "./lineMoments.js";
import { type Pair, type PairMoments, type PairSetting, pairMoments } from "./pairMoments.js";
import type { FourierCovariance, FourierOptions } from "./result.js";

/** Evaluations of psi that one pair may cost. */
const BUDGET = 6e6;
/** Components this small against the sample's own are rounding. */
const PARALLEL = 4e-15;
/** With more distinct eigenvalues than this, no two pairs are expected to be alike. */
const FEW = 6;

export function fourierCovariance(
  psi: Activation,
  centred: CentredCovariance,
  options: FourierOptions,
): FourierCovariance {
  const spectrum = centredSpectrum(centred);
  const { rank } = spectrum;
  if (rank === 1 || (rank === 2 && options.epsilon === 0)) return lineMoments(psi, spectrum, options);
  return new Entries(psi, spectrum, options).all();
}

/** Whether the auto choice may take this route: few samples, or few kinds of pairs. */
export function isFourierQuick(centred: CentredCovariance): boolean {
  if (centred.size <= 64) return true;
  return (
    new Set(symmetricEigenvalues(centred.values, centred.size).map((value) => Math.round(value * 1e12))).size <= FEW
  );
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, k) => sum + x * b[k], 0);

class Entries {
  readonly #spectrum: CentredSpectrum;
  readonly #setting: PairSetting;
  readonly #distinct: ReturnType<typeof distinctSpectrum>;
  readonly #rows: readonly Float64Array[];
  readonly #known = new Map<string, PairMoments>();
  readonly #values: Float64Array;
  readonly #means: Float64Array;
  readonly #done: Uint8Array;
  readonly #maxEvals: number;
  #cheapest = Number.POSITIVE_INFINITY;
  #pairs = 0;
  #level = 0;
  #error = 0;
  #evals = 0;
  #largest = 0;

  constructor(psi: Activation, spectrum: CentredSpectrum, { epsilon, tolerance, maxEvals }: FourierOptions) {
    const { size, rank, rows } = spectrum;
    this.#spectrum = spectrum;
    this.#distinct = distinctSpectrum(spectrum);
    this.#setting = { psi, batch: size, epsilon, distinct: this.#distinct, tolerance, budget: BUDGET };
    this.#rows = Array.from({ length: size }, (_, i) => rows.subarray(i * rank, (i + 1) * rank));
    this.#values = new Float64Array(size * size);
    this.#means = new Float64Array(size);
    this.#done = new Uint8Array(size);
    this.#maxEvals = maxEvals;
  }

  all(): FourierCovariance {
    const { size } = this.#spectrum;
    const lengths = this.#rows.map((row) => Math.sqrt(dot(row, row)));
    const longest = Math.max(...lengths);
    const absent = lengths.map((length) => length < 1e-14 * longest);
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        if (!absent[i] && !absent[j]) this.#pair(i, j);
      }
    }
    const centre = this.#setting.psi.value(0);
    for (let i = 0; i < size; i++) {
      if (!absent[i]) continue;
      for (let j = 0; j < size; j++) this.#put(i, j, centre * (absent[j] ? centre : this.#means[j]));
    }
    for (let i = 0; i < size; i++) if (absent[i]) this.#means[i] = centre;
    return { values: this.#values, means: this.#means, error: this.#error, evals: this.#evals };
  }

  #put(i: number, j: number, value: number): void {
    const { size } = this.#spectrum;
    this.#values[i * size + j] = this.#values[j * size + i] = value;
    this.#largest = Math.max(this.#largest, Math.abs(value));
  }

  #pair(i: number, j: number): void {
    const { means, error } = this.#moments(i, j);
    this.#error = Math.max(this.#error, error);
    this.#single(i, means[0], means[2]);
    this.#single(j, means[1], means[4]);
    this.#put(i, j, means[3]);
  }

  /** A sample's own moments come with every partner; what they differ by is an error. */
  #single(i: number, mean: number, square: number): void {
    const { size } = this.#spectrum;
    if (this.#done[i] === 1) {
      this.#error = Math.max(this.#error, Math.abs(this.#values[i * size + i] - square));
      return;
    }
    this.#done[i] = 1;
    this.#means[i] = mean;
    this.#put(i, i, square);
  }

  #moments(i: number, j: number): PairMoments {
    const key = this.#keyOf(i, j);
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) return known;
    const { tolerance } = this.#setting;
    // the scale is known once a pair is
    const scale = this.#largest === 0 ? 1 : this.#largest;
    // what easy pairs leave goes to the later ones
    const budget = key === undefined ? Math.min(BUDGET, (this.#maxEvals - this.#evals) / this.#left()) : BUDGET;
    const setting = { ...this.#setting, tolerance: tolerance * scale, budget };
    const start = this.#level;
    const made = pairMoments(setting, this.#planeOf(i, j), start);
    // the next pair starts where this one may settle, or lower where that was too dear
    this.#level = Math.max(0, made.level - (made.evals > budget ? 4 : 2));
    this.#evals += made.evals;
    // a level costs twice the one before; the first three are the least
    const least = (7 * made.evals) / (2 ** (made.level + 1) - 2 ** start);
    if (key === undefined) this.#assertFeasible(least);
    else this.#known.set(key, made);
    return made;
  }

  #left(): number {
    const { size } = this.#spectrum;
    return (size * (size - 1)) / 2 - this.#pairs;
  }

  /** `least`: what a pair costs at its coarsest. */
  #assertFeasible(least: number): void {
    const { size } = this.#spectrum;
    this.#pairs++;
    this.#cheapest = Math.min(this.#cheapest, least);
    const left = this.#left();
    if (this.#evals + left * this.#cheapest <= 2 * this.#maxEvals) return;
    const text = this.#setting.psi.text;
    const needed = (this.#evals + left * this.#cheapest).toExponential(1);
    throw new TheoryError(`the fourier method would evaluate ${text} ${needed} times for ${size} samples`, {
      code: "not-applicable",
      parameter: "method",
      value: "fourier",
      domain: `pairs of samples that cost maxEvals = ${this.#maxEvals.toExponential(1)} evaluations at most; some 100 samples`,
      remedy: "Use the method monte-carlo, or raise maxEvals: 1e8 take 5 to 10 seconds.",
    });
  }

  /** The plane of samples i and j, or of i and any other one where j is a multiple of i. */
  #planeOf(i: number, j: number): Pair {
    const x = this.#rows[i];
    const w = this.#rows[j];
    const length = dot(x, x);
    const u = dot(x, w) / length;
    const rest = (row: Float64Array) => row.map((value, k) => value - (dot(x, row) / length) * x[k]);
    const z = rest(w);
    if (dot(z, z) > PARALLEL * PARALLEL * dot(w, w)) return { weights: planeWeights(this.#distinct, x, z), u, v: 1 };
    const others = this.#rows.map(rest);
    const widest = others.reduce((best, row) => (dot(row, row) > dot(best, best) ? row : best));
    return { weights: planeWeights(this.#distinct, x, widest), u, v: 0 };
  }

  /** Pairs with the same components by eigenvalue have the same law. */
  #keyOf(i: number, j: number): string | undefined {
    if (this.#distinct.eigenvalues.length > FEW) return undefined;
    const [x, w] = [this.#rows[i], this.#rows[j]];
    const { size } = this.#spectrum;
    const parts = [
      [x, x],
      [x, w],
      [w, w],
    ].map(([a, b]) => groupedProducts(this.#distinct, a, b));
    return parts.map((part) => Array.from(part, (value) => Math.round(value * size * 1e11)).join(",")).join(";");
  }
}
