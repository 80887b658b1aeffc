import { equalBins } from "../../numeric/linearAlgebra/spectralHistogram.js";
import { hessianFacts } from "../../theory/landscape/hessian/hessianFacts.js";
import { randomRiskProblem } from "../../theory/landscape/hessian/randomRiskProblem.js";
import { byVariant } from "../byVariant.js";
import type { Assertion, Experiment, Findings, Finished, Study } from "../experiment.js";
import type { Panel, Point } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";

export interface HessianSpectrumResult {
  readonly parameters: number;
  readonly negative: number;
  readonly positive: number;
  readonly zero: number;
  readonly norm: number;
  readonly bound: number;
  readonly printedBound: number;
  readonly trace: number;
  /** Shares of the nonzero eigenvalues, over the norm, in equal bins from -1 to 1. */
  readonly histogram: readonly number[];
}

const INPUTS = 10;
const SAMPLES = 300;
/** About 270 parameters each; hidden layers by how many there are. */
const HIDDEN: readonly (readonly number[])[] = [[24], [12, 11], [10, 9, 8], [9, 8, 8, 7]];
const BINS = 40;

const study: Study<HessianSpectrumResult> = {
  id: "landscape-hessian-spectrum",
  settings: () => ({ inputs: INPUTS, samples: SAMPLES, hidden: HIDDEN, labels: "teacher", loss: "hinge", bins: BINS }),
  async run({ variant, seed }) {
    const hidden = HIDDEN[variant.hidden! - 1]!;
    const facts = hessianFacts(
      randomRiskProblem({ inputs: INPUTS, hidden, samples: SAMPLES, seed, labels: "teacher" }),
    );
    const { eigenvalues, threshold, operatorNorm, negative, positive, zero, trace } = facts;
    const nonzero = eigenvalues.filter((value) => Math.abs(value) > threshold);
    const edges = equalBins(-1, 1, BINS);
    const bin = (value: number) => Math.min(BINS - 1, Math.floor(((value / operatorNorm + 1) / 2) * BINS));
    const counts = edges.slice(1).map((_, k) => nonzero.filter((value) => bin(value) === k).length);
    return {
      ...{ parameters: facts.parameters, negative, positive, zero, trace },
      norm: rounded(operatorNorm),
      bound: rounded(facts.bound),
      printedBound: rounded(facts.printedBound),
      histogram: counts.map((count) => rounded(count / Math.max(1, nonzero.length))),
    };
  },
};

interface Group {
  readonly hidden: number;
  readonly results: readonly HessianSpectrumResult[];
}

const share = ({ negative, positive }: HessianSpectrumResult): number => negative / Math.max(1, negative + positive);

function panelOf({ hidden, results }: Group): Panel {
  const edges = equalBins(-1, 1, BINS);
  const heights = edges.slice(1).map((_, k) => (mean(results.map(({ histogram }) => histogram[k]!)) * BINS) / 2);
  const points = heights.map((height, k): Point => [edges[k]!, height]);
  return {
    title: `${hidden} hidden`,
    x: { label: "eigenvalue over the norm", domain: [-1, 1] },
    y: { label: "density" },
    marks: [{ kind: "step", colour: 0, points: [...points, [1, heights.at(-1)!]] }],
  };
}

function assertionsOf(groups: readonly Group[]): Assertion[] {
  const all = groups.flatMap(({ results }) => results);
  const [one] = groups.filter(({ hidden }) => hidden === 1);
  const indefinite = all.filter(({ negative, positive }) => negative > 0 && positive > 0).length;
  const bounded = all.filter(({ norm, bound }) => norm <= bound * (1 + 1e-4)).length;
  const trace = Math.max(...all.map((result) => Math.abs(result.trace)));
  return [
    ...(one === undefined
      ? []
      : [
          {
            says: "one hidden layer: as many negative as positive eigenvalues",
            holds: one.results.every(({ negative, positive }) => negative === positive),
            detail: one.results.map(({ negative, positive }) => `${negative}/${positive}`).join(", "),
          },
        ]),
    {
      says: "every Hessian has eigenvalues of both signs",
      holds: indefinite === all.length,
      detail: `${indefinite} of ${all.length}`,
    },
    { says: "every trace is zero", holds: trace < 1e-12, detail: `at most ${rounded(trace, 2)}` },
    {
      says: "the norm is at most mean |l'| lambda_0",
      holds: bounded === all.length,
      detail: `${bounded} of ${all.length}`,
    },
  ];
}

function summarise(finished: readonly Finished<HessianSpectrumResult>[]): Findings {
  const groups = byVariant(
    finished,
    HIDDEN.map((_, k) => ({ hidden: k + 1 })),
  ).map(({ variant, results }): Group => ({ hidden: variant.hidden!, results }));
  const rows = groups.map(({ hidden, results }) => [
    hidden,
    results[0]!.parameters,
    ...meanCells(measure(results.map(share))),
    ...meanCells(measure(results.map(({ norm }) => norm))),
    rounded(mean(results.map(({ bound }) => bound)), 3),
    results.filter(({ norm, printedBound }) => norm > printedBound).length,
    results.length,
  ]);
  return {
    tables: [
      {
        title: `negative among the nonzero eigenvalues of the Hessian, hinge loss, ${SAMPLES} samples; ${SEED_ERRORS}`,
        columns: ["hidden", "weights", "negative", "± s.e.", "norm", "± s.e.", "bound", "above printed", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: "Half of the nonzero eigenvalues are negative",
        caption: `Nonzero eigenvalues of the Hessian of the hinge risk over its norm; ReLU networks of about 270 weights, ${SAMPLES} Gaussian samples, labels of a teacher; means over the seeds.`,
        columns: 2,
        panels: groups.map(panelOf),
      },
    ],
    assertions: groups.length === 0 ? [] : assertionsOf(groups),
    notes: [
      'The symmetry is exact with one hidden layer; with more it is approximate. "above printed": seeds whose norm is above mean l\' lambda_0, the bound as printed.',
    ],
  };
}

export const hessianSpectrum: Experiment<HessianSpectrumResult> = Object.freeze({
  id: "landscape/hessian-spectrum",
  title: "About half of the nonzero eigenvalues of a ReLU network's Hessian are negative",
  paper:
    "Theorem 5.1 and F.2 of the S-System paper, which have no figure: a symmetric spectrum for large matrices, here at about 270 weights.",
  cost: { quick: "5 s", full: "30 s" },
  study,
  seeds: { quick: 6, full: 40 },
  variants: () => HIDDEN.map((_, k) => ({ hidden: k + 1 })),
  summarise,
});
