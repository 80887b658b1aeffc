import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { binsBetween, eigenvalueHistogram } from "../../simulation/ensembles/eigenvalueHistogram.js";
import { spectrumOf } from "../../simulation/ensembles/spectrumOf.js";
import { dysonDensity as densityOf } from "../../theory/landscape/dyson/solver/solveDyson.js";
import { spectralDistribution } from "../../theory/landscape/dyson/spectrum/spectralDistribution.js";
import { type Claim, claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { type SampledEnsemble, sampledEnsembles } from "./sampledEnsembles.js";

export interface DysonDensityResult {
  /** Share of the eigenvalues in each bin. */
  readonly shares: readonly number[];
  readonly outside: number;
  /** Mean cube over the mean square to 3/2, about 0. */
  readonly skewness: number;
}

const SIZE: Readonly<Record<Effort, number>> = { quick: 200, full: 900 };
/** An odd number: the eigenvalue 0 of chiral matrices lies inside of one. */
const BINS = 25;
const POINTS = 241;

const edgesOf = ({ reach }: SampledEnsemble): number[] => binsBetween(-reach, reach, BINS);

const study: Study<DysonDensityResult> = {
  id: "landscape-dyson-density",
  settings: (effort) => ({
    size: SIZE[effort],
    bins: BINS,
    ensembles: sampledEnsembles.map(({ name, reach }) => [name, reach]),
  }),
  async run({ variant, seed }, { effort }) {
    const ensemble = sampledEnsembles[variant.ensemble!]!;
    const stream = new GaussianStream({ seed, sample: 31, draw: variant.ensemble! });
    const eigenvalues = spectrumOf(ensemble.sample(SIZE[effort], stream));
    const { shares, outside } = eigenvalueHistogram([eigenvalues], edgesOf(ensemble));
    const mean = (power: number) => eigenvalues.reduce((sum, x) => sum + x ** power, 0) / eigenvalues.length;
    return {
      shares: shares.map((share) => rounded(share, 6)),
      outside: rounded(outside, 6),
      skewness: rounded(mean(3) / mean(2) ** 1.5),
    };
  },
};

interface Group {
  readonly ensemble: SampledEnsemble;
  readonly results: readonly DysonDensityResult[];
  /** Of the Dyson density, bin by bin. */
  readonly masses: readonly number[];
}

function massesOf(ensemble: SampledEnsemble): readonly number[] {
  const { cumulative, atoms } = spectralDistribution(ensemble.equation());
  const below = edgesOf(ensemble).map((edge) => cumulative(edge));
  // an edge is no atom of these ensembles
  return atoms.length > 1 ? [] : below.slice(1).map((value, k) => value - below[k]!);
}

const distances = ({ results, masses }: Group): number[] =>
  results.map(
    ({ shares, outside }) => outside + shares.reduce((sum, share, k) => sum + Math.abs(share - masses[k]!), 0),
  );

/** Mean over the bins of the squared deviation of the mean share in standard errors, these pooled, after the size that finite matrices are off by. */
function meanSquare({ results, masses }: Group, size: number): number {
  const bins = masses.map((mass, k) => ({ mass, measured: measure(results.map(({ shares }) => shares[k]!))! }));
  const variance = bins.reduce((sum, { measured }) => sum + measured.standardError ** 2, 0) / bins.length;
  const squares = bins.map(({ mass, measured }) => Math.max(0, Math.abs(measured.value - mass) - FINITE / size) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / (bins.length * variance);
}

/** Mean shares of finite matrices are off by about a/N: with 40 seeds at N = 200, a is 0.05 to 0.1 in the worst bins. */
const FINITE = 0.1;
/** Of a mean of 25 squares whose mean is 1: a chance of 1e-4 for Gaussian deviations. */
const MOST = 2.4;

function claimsOf(group: Group, size: number): Claim[] {
  const { ensemble, results } = group;
  const measured = measure(distances(group))!;
  const values = [{ label: "L1", measured }];
  const square = results.length > 1 ? meanSquare(group, size) : Number.NaN;
  const detail = `mean square ${rounded(square, 3)} standard errors, L1 ${rounded(measured.value, 3)} a sample`;
  if (ensemble.fails) {
    return [
      claim(
        `${ensemble.name}: the Dyson density of its covariance is not its density`,
        values,
        () => square > 10 * MOST,
        detail,
      ),
    ];
  }
  return [
    claim(
      `${ensemble.name}: the mean histogram is the Dyson density within its errors`,
      values,
      () => square < MOST,
      detail,
    ),
  ];
}

function panelOf({ ensemble, results, masses }: Group): Panel {
  const edges = edgesOf(ensemble);
  const width = edges[1]! - edges[0]!;
  const energies = binsBetween(-ensemble.reach, ensemble.reach, POINTS);
  const line = densityOf(ensemble.equation(), energies).filter(({ density }) => Number.isFinite(density));
  const means = masses.map((_, k) => measure(results.map(({ shares }) => shares[k]!))!.value / width);
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
  const groups = byVariant(finished, variants()).map(({ variant, results }): Group => {
    const ensemble = sampledEnsembles[variant.ensemble!]!;
    return { ensemble, results, masses: massesOf(ensemble) };
  });
  const size = SIZE[effort];
  const rows = groups.map((group) => [
    group.ensemble.name,
    ...meanCells(measure(distances(group))),
    group.results.length > 1 ? rounded(meanSquare(group, size), 3) : null,
    ...meanCells(measure(group.results.map(({ skewness }) => skewness))),
    group.results.length,
  ]);
  const { assertions, notes } = judged(groups.flatMap((group) => claimsOf(group, size)));
  return {
    tables: [
      {
        title: `sampled ${size} x ${size} matrices in ${BINS} bins against the Dyson density (${SEED_ERRORS}); L1: sum of |share - mass| for one sample; chi2: mean squared deviation of the mean histogram in standard errors`,
        columns: ["ensemble", "L1", "± s.e.", "chi2", "skewness", "± s.e.", "seeds"],
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
