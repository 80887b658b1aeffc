import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { binsBetween, eigenvalueHistogram } from "../../simulation/ensembles/eigenvalueHistogram.js";
import { spectrumOf } from "../../simulation/ensembles/spectrumOf.js";
import { dysonDensity as densityOf } from "../../theory/landscape/dyson/solver/solveDyson.js";
import { spectralDistribution } from "../../theory/landscape/dyson/spectrum/spectralDistribution.js";
import { type Claim, claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study } from "../experiment.js";
import type { Panel } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { type SampledEnsemble, sampledEnsembles } from "./sampledEnsembles.js";

export interface DysonDensityResult {
  /** Share of the eigenvalues in each bin. */
  readonly shares: readonly number[];
  readonly outside: number;
  /** Mean cube over the mean square to 3/2, about 0. */
  readonly skewness: number;
}

const SIZE: Readonly<Record<Effort, number>> = { quick: 200, full: 900 };
const POINTS = 241;

/** Rice's rule for the N eigenvalues of one matrix, 2 N^(1/3), and the next odd number: the atom of chiral matrices at 0 lies inside of a bin. */
const binsOf = (size: number): number => 2 * Math.floor(Math.ceil(2 * Math.cbrt(size)) / 2) + 1;

const edgesOf = ({ reach }: SampledEnsemble, size: number): number[] => binsBetween(-reach, reach, binsOf(size));

const study: Study<DysonDensityResult> = {
  id: "landscape-dyson-density",
  settings: (effort) => ({
    size: SIZE[effort],
    bins: binsOf(SIZE[effort]),
    ensembles: sampledEnsembles.map(({ name, reach }) => [name, reach]),
  }),
  async run({ variant, seed }, { effort }) {
    const ensemble = sampledEnsembles[variant.ensemble!]!;
    const stream = new GaussianStream({ seed, sample: 31, draw: variant.ensemble! });
    const eigenvalues = spectrumOf(ensemble.sample(SIZE[effort], stream));
    const { shares, outside } = eigenvalueHistogram([eigenvalues], edgesOf(ensemble, SIZE[effort]));
    const moment = (power: number) => eigenvalues.reduce((sum, x) => sum + x ** power, 0) / eigenvalues.length;
    return {
      shares: shares.map((share) => rounded(share, 6)),
      outside: rounded(outside, 6),
      // symmetric spectra leave rounding
      skewness: Number((moment(3) / moment(2) ** 1.5).toFixed(6)),
    };
  },
};

interface Group {
  readonly ensemble: SampledEnsemble;
  readonly results: readonly DysonDensityResult[];
  readonly size: number;
  /** Of the Dyson density, bin by bin, and none outside of them. */
  readonly masses: readonly number[];
}

function groupOf(ensemble: SampledEnsemble, results: readonly DysonDensityResult[], size: number): Group {
  const { cumulative } = spectralDistribution(ensemble.equation());
  // an edge of a bin is no atom of these ensembles
  const below = edgesOf(ensemble, size).map((edge) => cumulative(edge));
  return { ensemble, results, size, masses: [...below.slice(1).map((value, k) => value - below[k]!), 0] };
}

const histogramOf = ({ shares, outside }: DysonDensityResult): readonly number[] => [...shares, outside];

/** L1 distance of two histograms, at most 2. */
const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, share, k) => sum + Math.abs(share - b[k]!), 0);

const meanHistogram = (histograms: readonly (readonly number[])[]): readonly number[] =>
  histograms[0]!.map((_, k) => mean(histograms.map((own) => own[k]!)));

/** The ratio of the two distances is 2^(-1/2) on average where the density is true; of eight seeds it reaches 1.4 by chance. */
const CHANCE = 2;

interface Halves {
  /** Mean L1 distance of the mean histogram of half of the seeds from the Dyson density. */
  readonly toDensity: number;
  /** The same from that of the other half. */
  readonly between: number;
}

/**
 * Over the divisions of the seeds, in a ring, into two runs; of an odd number the last is left out. Where the density is the true one, a half is off it by
 * its own chance, and off the other half by that of both: 2^(1/2) times as much on average.
 */
function halvesOf({ results, masses }: Group): Halves | null {
  const half = Math.floor(results.length / 2);
  if (half === 0) return null;
  const ring = results.slice(0, 2 * half).map(histogramOf);
  const runs = ring.map((_, start) =>
    meanHistogram(ring.map((__, k) => ring[(start + k) % ring.length]!).slice(0, half)),
  );
  return {
    toDensity: mean(runs.map((run) => distance(run, masses))),
    between: mean(runs.map((run, start) => distance(run, runs[(start + half) % runs.length]!))),
  };
}

function claimOf(group: Group): Claim {
  const { ensemble, results, masses } = group;
  const values = [{ label: "L1", measured: measure(results.map((own) => distance(histogramOf(own), masses)))! }];
  const { toDensity, between } = halvesOf(group) ?? { toDensity: Number.NaN, between: Number.NaN };
  const detail = `L1 ${rounded(toDensity, 3)} from the density, ${rounded(between, 3)} from the other half`;
  return ensemble.fails
    ? claim(
        `${ensemble.name}: half of the samples is more than ${CHANCE} times as far from the Dyson density of its covariance as from the other half`,
        values,
        () => toDensity > CHANCE * between,
        detail,
      )
    : claim(
        `${ensemble.name}: half of the samples is at most ${CHANCE} times as far from the Dyson density as from the other half`,
        values,
        () => toDensity <= CHANCE * between,
        detail,
      );
}

function panelOf({ ensemble, results, size }: Group): Panel {
  const edges = edgesOf(ensemble, size);
  const width = edges[1]! - edges[0]!;
  const energies = binsBetween(-ensemble.reach, ensemble.reach, POINTS);
  const line = densityOf(ensemble.equation(), energies).filter(({ density }) => Number.isFinite(density));
  const means = meanHistogram(results.map(({ shares }) => shares)).map((share) => share / width);
  // the atom of chiral matrices would hide the rest
  const top = 1.25 * Math.max(...line.map(({ density }) => density));
  const steps = [...means.map((value, k) => [edges[k]!, Math.min(value, top)] as const), [edges.at(-1)!, 0] as const];
  return {
    title: ensemble.name,
    x: { label: "eigenvalue" },
    y: { label: "density", domain: [0, top] },
    marks: [
      { kind: "step", colour: "muted", label: "sampled", points: steps },
      {
        kind: "line",
        colour: ensemble.fails ? 1 : 0,
        label: "Dyson",
        points: line.map(({ energy, density }) => [energy, density]),
      },
    ],
  };
}

function summarise(finished: readonly Finished<DysonDensityResult>[], effort: Effort): Findings {
  const size = SIZE[effort];
  const groups = byVariant(finished, variants()).map(({ variant, results }) =>
    groupOf(sampledEnsembles[variant.ensemble!]!, results, size),
  );
  const rows = groups.map((group) => {
    const { ensemble, results, masses } = group;
    const halves = halvesOf(group);
    return [
      ensemble.name,
      ...meanCells(measure(results.map((own) => distance(histogramOf(own), masses)))),
      ...(halves === null ? [null, null] : [rounded(halves.toDensity, 3), rounded(halves.between, 3)]),
      ...meanCells(measure(results.map(({ skewness }) => skewness))),
      results.length,
    ];
  });
  const { assertions, notes } = judged(groups.map(claimOf));
  return {
    tables: [
      {
        title: `sampled ${size} x ${size} matrices in ${binsOf(size)} bins against the Dyson density (${SEED_ERRORS}); L1: sum of |share - mass| for one sample, for the mean of half of the samples, and between the means of the two halves`,
        columns: ["ensemble", "L1", "± s.e.", "of a half", "of two halves", "skewness", "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: "Dyson densities and sampled matrices",
        caption: `Histograms of ${size} x ${size} matrices, means over the seeds, and densities of the matrix Dyson equation. The last one is skewed, though its mean and covariance are those of a Gaussian ensemble. Chiral matrices have an atom at 0, which is cut.`,
        columns: 2,
        panels: groups.map(panelOf),
      },
    ],
    assertions,
    notes: [
      ...notes,
      "Theorem F.1 needs more than E[H] = 0 and weak correlation of pairs of entries: X X^T/n - I has both, and a spectrum that the equation of its covariance does not give.",
    ],
  };
}

const variants = () => sampledEnsembles.map((_, ensemble) => ({ ensemble }));

export const dysonDensity: Experiment<DysonDensityResult> = Object.freeze({
  id: "landscape/dyson-density",
  title: "Sampled matrices follow the density of the matrix Dyson equation, but for one that is not nearly Gaussian",
  paper:
    "Theorems F.1 and F.2, which have no figure: densities of the matrix Dyson equation against eigenvalues of sampled matrices.",
  cost: { quick: "2 s", full: "35 s" },
  study,
  seeds: { quick: 8, full: 8 },
  variants,
  summarise,
});
