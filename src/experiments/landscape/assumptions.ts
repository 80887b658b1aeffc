import { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { goe } from "../../simulation/ensembles/wigner.js";
import { boundedness } from "../../theory/landscape/assumptions/boundedness.js";
import { diversity } from "../../theory/landscape/assumptions/diversity.js";
import { cumulantNorms } from "../../theory/landscape/cumulants/cumulantNorms.js";
import { randomRiskProblem } from "../../theory/landscape/hessian/randomRiskProblem.js";
import { riskHessian } from "../../theory/landscape/hessian/riskHessian.js";
import { type Claim, claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study } from "../experiment.js";
import { mean, measure, rounded } from "../statistics.js";

/** What differs from one Hessian of the sample to the next. */
const SOURCES = [
  "fresh weights and data",
  "fresh batches, teacher labels",
  "fresh batches, random labels",
  "Gaussian ensemble",
] as const;
const GAUSSIAN = 3;

interface Network {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly parameters: number;
  /** Highest order of cumulants. */
  readonly order: number;
}

const NETWORKS: readonly Network[] = [
  { inputs: 2, hidden: [2], parameters: 6, order: 4 },
  { inputs: 3, hidden: [3, 2], parameters: 17, order: 2 },
];

const HESSIANS: Readonly<Record<Effort, number>> = { quick: 150, full: 600 };
const BATCH = 50;

export interface AssumptionsResult {
  readonly meanNorm: number;
  readonly meanNoise: number;
  readonly moments: readonly number[];
  readonly lower: readonly [number, number];
  readonly upper: readonly [number, number];
  /** Orders 2, 2, 3, 3, ..: averaged, isotropic. */
  readonly norms: readonly number[];
  readonly largest: number;
  readonly allowed: number;
  readonly resolved: number;
  readonly refuted: boolean;
}

type Rows = readonly (readonly number[])[];

/** Hessians of the hinge risk of ReLU networks, or Gaussian matrices of the same size. */
function hessiansOf(source: number, { inputs, hidden, parameters: N }: Network, seed: number, count: number): Rows[] {
  if (source === GAUSSIAN) {
    const stream = new GaussianStream({ seed, sample: 41, draw: N });
    return Array.from({ length: count }, () => {
      const { entries } = goe(N, stream);
      return Array.from({ length: N }, (_, i) => Array.from(entries.subarray(i * N, (i + 1) * N)));
    });
  }
  const options = { inputs, hidden, labels: source === 1 ? "teacher" : "random" } as const;
  if (source === 0) {
    return Array.from({ length: count }, (_, k) =>
      riskHessian(randomRiskProblem({ ...options, samples: BATCH, seed: seed * 100_000 + k })),
    );
  }
  const { X, y, ...fixed } = randomRiskProblem({ ...options, samples: BATCH * count, seed });
  return Array.from({ length: count }, (_, k) => {
    const [from, to] = [k * BATCH, (k + 1) * BATCH];
    return riskHessian({ ...fixed, X: X.slice(from, to), y: y.slice(from, to) });
  });
}

/** All Hessians over one number: the fluctuations W of their entries have mean square 1. */
function scaled(matrices: readonly Rows[]): Rows[] {
  const N = matrices[0]!.length;
  const count = matrices.length;
  let squares = 0;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < N; j++) {
      const entries = matrices.map((matrix) => matrix[i]![j]!);
      const centre = mean(entries);
      squares += entries.reduce((sum, entry) => sum + (entry - centre) ** 2, 0) / count;
    }
  }
  // W = N^(1/2) (H - A)
  const scale = squares === 0 ? 1 : Math.sqrt(N / squares);
  return matrices.map((matrix) => matrix.map((row) => row.map((entry) => scale * entry)));
}

const study: Study<AssumptionsResult> = {
  id: "landscape-assumptions",
  settings: (effort) => ({
    networks: NETWORKS,
    sources: SOURCES,
    hessians: HESSIANS[effort],
    batch: BATCH,
    loss: "hinge",
  }),
  async run({ variant, seed }, { effort }) {
    const network = NETWORKS[variant.network!]!;
    const matrices = scaled(hessiansOf(variant.source!, network, seed, HESSIANS[effort]));
    const root = Math.sqrt(network.parameters);
    const whole = matrices.map((matrix) => matrix.map((row) => row.map((entry) => root * entry)));
    const bounds = boundedness(matrices);
    const coupling = diversity(matrices);
    const norms = cumulantNorms(whole, { order: network.order });
    return {
      meanNorm: rounded(bounds.meanNorm),
      meanNoise: rounded(bounds.meanNoise),
      moments: bounds.moments.map((moment) => rounded(moment)),
      lower: [rounded(bounds.lower[0]), rounded(bounds.lower[1])],
      upper: [rounded(bounds.upper[0]), rounded(bounds.upper[1])],
      norms: norms.map(({ value }) => rounded(value)),
      ...{ largest: coupling.largest, allowed: rounded(coupling.allowed), resolved: rounded(coupling.resolved) },
      refuted: coupling.refuted,
    };
  },
};

interface Group {
  readonly source: number;
  readonly network: Network;
  readonly results: readonly AssumptionsResult[];
}

const labelOf = ({ source, network }: Group): string => `N = ${network.parameters}, ${SOURCES[source]}`;

function claimsOf(group: Group): Claim[] {
  const { source, results } = group;
  const of = (label: string, pick: (result: AssumptionsResult) => number) => {
    return { label, measured: measure(results.map(pick))! };
  };
  const name = labelOf(group);
  const least = of("c at most", ({ lower }) => lower[1]);
  const places = of("places", ({ largest }) => largest);
  const shown = results.filter(({ refuted }) => refuted).length;
  if (source === GAUSSIAN) {
    return [
      claim(`${name}: c is positive`, [least], () => results.every(({ lower }) => lower[1] > 0.1)),
      claim(`${name}: no coupling set is too large`, [places], () => shown === 0),
    ];
  }
  const norms = [of("||A||", ({ meanNorm }) => meanNorm), of("by chance", ({ meanNoise }) => meanNoise)];
  const drift = norms[0]!.measured.value / norms[1]!.measured.value;
  return [
    claim(`${name}: c = 0, Assumption 5.1 (4) fails`, [least], () => results.every(({ lower }) => lower[1] < 1e-9)),
    // of few Hessians a sample may show none: it then says nothing
    claim(
      `${name}: in most seeds some coupling set has more than N^(1/2) places, Assumption 5.2 fails`,
      [places],
      () => shown > results.length / 2,
    ),
    ...(source === 1 ? [claim(`${name}: E[H] is not 0`, norms, () => drift > 3)] : []),
  ];
}

const cell = (results: readonly AssumptionsResult[], pick: (result: AssumptionsResult) => number | undefined) => {
  const values = results.map(pick).filter((value): value is number => value !== undefined);
  return values.length === 0 ? null : rounded(mean(values), 3);
};

function summarise(finished: readonly Finished<AssumptionsResult>[], effort: Effort): Findings {
  const groups = byVariant(finished, variants()).map(({ variant, results }): Group => {
    return { source: variant.source!, network: NETWORKS[variant.network!]!, results };
  });
  const rows = groups.map((group) => {
    const { results } = group;
    const picks: readonly ((result: AssumptionsResult) => number | undefined)[] = [
      ...[(r: AssumptionsResult) => r.meanNorm, (r: AssumptionsResult) => r.meanNoise],
      ...[(r: AssumptionsResult) => r.moments[3], (r: AssumptionsResult) => r.moments[5]],
      ...[(r: AssumptionsResult) => r.lower[1], (r: AssumptionsResult) => r.upper[0]],
      ...[0, 1, 3, 4].map((k) => (r: AssumptionsResult) => r.norms[k]),
      ...[(r: AssumptionsResult) => r.largest, (r: AssumptionsResult) => r.allowed],
    ];
    return [labelOf(group), ...picks.map((pick) => cell(results, pick)), results.length];
  });
  const { assertions, notes } = judged(groups.flatMap(claimsOf));
  return {
    tables: [
      {
        title: `quantities of Assumptions 5.1 and 5.2 for ${HESSIANS[effort]} Hessians of the hinge risk, each of ${BATCH} samples, scaled to E W^2 = 1 on average; means over the seeds`,
        columns: [
          ...["ensemble", "||A||", "by chance", "max E W^4", "max E|W|^6", "c <=", "C >="],
          ...["2 av", "2 iso <=", "3 iso", "4 av", "coupled places", "N^(1/2)", "seeds"],
        ],
        rows,
      },
    ],
    plots: [],
    assertions,
    notes: [
      ...notes,
      "The assumptions are about N -> infinity: numbers at one N refute what has no constant (the size of coupling sets, c > 0 where a block vanishes) and bound nothing else. Norms of third and fourth cumulants add the magnitudes of what chance leaves of a sample: compare them with the Gaussian ensemble, whose true ones vanish.",
    ],
  };
}

const variants = () => NETWORKS.flatMap((_, network) => SOURCES.map((__, source) => ({ network, source })));

export const assumptions: Experiment<AssumptionsResult> = Object.freeze({
  id: "landscape/assumptions",
  title: "Hessians of small ReLU networks against Assumptions 5.1 and 5.2",
  paper:
    "Assumptions 5.1, 5.2 and appendix F.3, which have no figure: what they bound, measured on Hessians of real networks.",
  cost: { quick: "11 s", full: "1 min" },
  study,
  seeds: { quick: 3, full: 6 },
  variants,
  summarise,
});
