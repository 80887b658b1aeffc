import { symmetricEigenvalues } from "../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { denseRiskHessian } from "../../theory/landscape/hessian/denseHessian.js";
import { randomRiskProblem } from "../../theory/landscape/hessian/randomRiskProblem.js";
import { resolveProblem } from "../../theory/landscape/hessian/riskProblem.js";
import { samplePasses } from "../../theory/landscape/hessian/samplePasses.js";
import { assertAbove, assertFalling, judged, type Labelled } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, Study, Variant } from "../experiment.js";
import type { Mark } from "../plot.js";
import { meanCells, measure, reach, rounded, SEED_ERRORS } from "../statistics.js";

export interface ExpectedHessianResult {
  readonly norm: number;
  /** Samples whose margin is below 1. */
  readonly active: number;
}

const INPUTS = 10;
const HIDDEN = [12];
/** alpha is so much shorter than usual: all margins are then active. */
const SHRINK = 0.05;
const LABELS = ["random", "teacher"] as const;
const SAMPLES: Readonly<Record<Effort, readonly number[]>> = {
  quick: [100, 1000, 10_000],
  full: [100, 1000, 10_000, 100_000],
};

const study: Study<ExpectedHessianResult> = {
  id: "landscape-expected-hessian",
  settings: (effort) => ({ inputs: INPUTS, hidden: HIDDEN, shrink: SHRINK, samples: SAMPLES[effort], loss: "hinge" }),
  async run({ variant, seed }) {
    const options = { inputs: INPUTS, hidden: HIDDEN, samples: variant.samples!, labels: LABELS[variant.labels!]! };
    const drawn = randomRiskProblem({ ...options, seed });
    const problem = { ...drawn, alpha: drawn.alpha.map((entry) => SHRINK * entry) };
    const passes = samplePasses(resolveProblem(problem));
    const eigenvalues = symmetricEigenvalues(denseRiskHessian(passes), passes.size);
    return {
      norm: rounded(Math.max(-eigenvalues[0]!, eigenvalues.at(-1)!)),
      active: passes.lossSlopes.filter((slope) => slope !== 0).length,
    };
  },
};

interface Group {
  readonly labels: (typeof LABELS)[number];
  readonly samples: number;
  readonly norms: readonly number[];
  readonly active: number;
}

const variantsOf = (effort: Effort): readonly Variant[] =>
  LABELS.flatMap((_, labels) => SAMPLES[effort].map((samples) => ({ labels, samples })));

const labelled = ({ labels, samples, norms }: Group): Labelled => ({
  label: `${labels}, ${samples}`,
  measured: measure(norms)!,
  paired: norms,
});

function marksOf(groups: readonly Group[]): Mark[] {
  return LABELS.flatMap((labels, colour): Mark[] => {
    const own = groups
      .filter((group) => group.labels === labels)
      .map((group) => ({ ...group, m: measure(group.norms)! }));
    if (own.length === 0) return [];
    return [
      {
        kind: "band",
        colour,
        points: own.map(({ samples, m }) => [samples, Math.max(m.value / 10, m.value - reach(m)), m.value + reach(m)]),
      },
      { kind: "line", colour, label: labels, points: own.map(({ samples, m }) => [samples, m.value]) },
    ];
  });
}

function summarise(finished: readonly Finished<ExpectedHessianResult>[], effort: Effort): Findings {
  const groups = byVariant(finished, variantsOf(effort)).map(
    ({ variant, results }): Group => ({
      labels: LABELS[variant.labels!]!,
      samples: variant.samples!,
      norms: results.map(({ norm }) => norm),
      active: results.reduce((sum, { active }) => sum + active, 0) / (results.length * variant.samples!),
    }),
  );
  const rows = groups.map(({ labels, samples, norms, active }) => [
    ...[labels, samples, ...meanCells(measure(norms))],
    ...[rounded(active, 3), norms.length],
  ]);
  const [random, teacher] = LABELS.map((labels) => groups.filter((group) => group.labels === labels).map(labelled));
  const claims =
    random!.length < 2 || teacher!.length < 2
      ? []
      : [
          assertFalling("random labels: the norm falls with the samples, towards E[H] = 0", random!),
          assertAbove("a teacher's labels: the norm stays above", [teacher!.at(-1)!, random!.at(-1)!], 0.1),
        ];
  const { assertions, notes } = judged(claims);
  return {
    tables: [
      {
        title: `norm of the Hessian at fixed weights, which tends to that of E[H]; ${SEED_ERRORS}`,
        columns: ["labels", "samples", "norm", "± s.e.", "active margins", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: "The mean Hessian vanishes for labels without meaning only",
        caption: `Norm of the Hessian of the hinge risk at fixed weights, ${INPUTS} inputs and ${HIDDEN.join(", ")} hidden units, against the number of samples; bands of two standard errors over the seeds.`,
        columns: 1,
        panels:
          groups.length === 0
            ? []
            : [
                {
                  title: "",
                  x: { label: "samples", scale: "log" },
                  y: { label: "norm", scale: "log" },
                  marks: marksOf(groups),
                },
              ],
      },
    ],
    assertions,
    notes,
  };
}

export const expectedHessian: Experiment<ExpectedHessianResult> = Object.freeze({
  id: "landscape/expected-hessian",
  title: "At fixed weights the mean Hessian is zero for random labels and not for a teacher's",
  paper: "The assumption E(H) = 0 of Theorem 5.1 of the S-System paper, which has no figure.",
  cost: { quick: "5 s", full: "1 min" },
  study,
  seeds: { quick: 6, full: 12 },
  variants: variantsOf,
  summarise,
});
