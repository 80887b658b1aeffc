/** Sampled matrices, one after the other, and their eigenvalues beside the density. */
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { eigenvalueHistogram } from "../../../simulation/ensembles/eigenvalueHistogram.js";
import { spectrumOf } from "../../../simulation/ensembles/spectrumOf.js";
import { addNumbers, emptyMeans, meanAt, type RunningMeans } from "../../../simulation/running/runningMeans.js";
import type { TaskContext } from "../../engine/task.js";
import type { Ensemble } from "./ensemble.js";
import { sampleEnsemble } from "./sampleEnsemble.js";
import type { Expected } from "./wholeSpectrumTask.js";

/** Of each matrix: the shares of its eigenvalues in the bins, outside of all bins, and its moments. */
export interface EigenvalueSums {
  readonly all: RunningMeans;
  /** Every second matrix, from the first. */
  readonly even: RunningMeans;
  readonly odd: RunningMeans;
  least: number;
  greatest: number;
}

export interface EigenvaluesQuestion {
  readonly ensemble: Ensemble;
  /** Rows of a matrix, about. */
  readonly size: number;
  /** Matrices in all. */
  readonly samples: number;
  readonly seed: number;
  readonly expected: Expected;
  /** Where an earlier run of the same question stopped; null: at the beginning. */
  readonly from: EigenvalueSums | null;
}

export interface Bin {
  readonly low: number;
  readonly high: number;
  /** Mean share of the eigenvalues. */
  readonly share: number;
  /** Of the share, between matrices; Infinity for one. */
  readonly standardError: number;
  /** What the density, with its atoms, has there. */
  readonly mass: number;
}

export interface SampledMoment {
  readonly power: number;
  readonly theory: number;
  readonly mean: number;
  readonly standardError: number;
}

export interface SampledSpectrum {
  /** Continues the run. */
  readonly sums: EigenvalueSums;
  readonly samples: number;
  readonly bins: readonly Bin[];
  readonly outside: number;
  readonly least: number;
  readonly greatest: number;
  /** Sums of |share - mass|: of the mean histogram, of that of half of the matrices, and between both halves; null for one matrix. */
  readonly distance: number;
  readonly halfDistance: number | null;
  readonly betweenHalves: number | null;
  readonly moments: readonly SampledMoment[];
}

const POWERS = [1, 2, 3, 4];
const SHOW_MS = 100;

const emptySums = (bins: number): EigenvalueSums => {
  const numbers = bins + 1 + POWERS.length;
  return {
    all: emptyMeans(numbers),
    even: emptyMeans(numbers),
    odd: emptyMeans(numbers),
    least: Infinity,
    greatest: -Infinity,
  };
};

/** Changes `sums`. */
function addSpectrum(sums: EigenvalueSums, eigenvalues: Float64Array, edges: readonly number[]): void {
  const { shares, outside } = eigenvalueHistogram([eigenvalues], edges);
  const moments = POWERS.map((power) => eigenvalues.reduce((sum, x) => sum + x ** power, 0) / eigenvalues.length);
  const numbers = [...shares, outside, ...moments];
  addNumbers(sums.all.count % 2 === 0 ? sums.even : sums.odd, numbers);
  addNumbers(sums.all, numbers);
  sums.least = Math.min(sums.least, eigenvalues[0]!);
  sums.greatest = Math.max(sums.greatest, eigenvalues.at(-1)!);
}

/** L1, over the bins and what lies outside. */
const distance = (a: ArrayLike<number>, b: ArrayLike<number>, count: number): number =>
  Array.from({ length: count }, (_, k) => Math.abs(a[k]! - b[k]!)).reduce((sum, each) => sum + each, 0);

/** What the matrices say so far. */
function soFar(sums: EigenvalueSums, { edges, masses: inside, moments }: Expected): SampledSpectrum {
  const { all, even, odd, least, greatest } = sums;
  // the density has nothing outside
  const masses = [...inside, 0];
  const count = masses.length;
  const at = (k: number) => meanAt(all, k, {})!;
  return {
    sums,
    samples: all.count,
    bins: inside.map((mass, k): Bin => {
      const { value: share, standardError } = at(k);
      return { low: edges[k]!, high: edges[k + 1]!, share, standardError, mass };
    }),
    ...{ outside: at(count - 1).value, least, greatest, distance: distance(all.mean, masses, count) },
    halfDistance: odd.count === 0 ? null : (distance(even.mean, masses, count) + distance(odd.mean, masses, count)) / 2,
    betweenHalves: odd.count === 0 ? null : distance(even.mean, odd.mean, count),
    moments: POWERS.map((power, k): SampledMoment => {
      const { value: mean, standardError } = at(count + k);
      return { power, theory: moments[power]!, mean, standardError };
    }),
  };
}

/** Shows what the matrices say, a few times a second. Matrix i is a pure function of the seed and i. @throws TheoryError as the ensembles do. */
export async function eigenvaluesTask(
  { ensemble, size, samples, seed, expected, from }: EigenvaluesQuestion,
  { show, pause }: TaskContext<SampledSpectrum>,
): Promise<SampledSpectrum | null> {
  const { edges } = expected;
  const sums = from ?? emptySums(edges.length - 1);
  let shown = performance.now() - SHOW_MS;
  while (sums.all.count < samples) {
    const stream = new GaussianStream({ seed, sample: sums.all.count, draw: 0 });
    addSpectrum(sums, spectrumOf(sampleEnsemble(ensemble, size, stream)), edges);
    if (performance.now() - shown >= SHOW_MS) {
      await show(soFar(sums, expected));
      shown = performance.now();
    } else await pause();
  }
  return sums.all.count === 0 ? null : soFar(sums, expected);
}
