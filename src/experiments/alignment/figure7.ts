import { byVariant } from "../byVariant.js";
import type { Assertion, Effort, Experiment, Finished } from "../experiment.js";
import type { Panel, Point } from "../plot.js";
import { meanCells, measure, pooledMean, SEED_ERRORS, withError } from "../statistics.js";
import { MATCHED, matchedRate } from "./matched.js";
import type { TwoLayerResult } from "./trainTwoLayer.js";
import { grid, multipliers, twoLayerStudy } from "./twoLayerStudy.js";

const polarities = [0, 1, 2];
const lastEpoch: Readonly<Record<Effort, number>> = { full: 100, quick: 20 };
/** Fewer students of a kind have no mean worth comparing. */
const FEW = 10;

interface Student {
  readonly correlation: number;
  readonly fanOut: number;
}

const studentsOf = ({ correlation, fanOut }: TwoLayerResult): readonly Student[] =>
  correlation.map((each, k) => ({ correlation: each, fanOut: fanOut[k]! }));

/** The mean fan-out norm of the students that are aligned with a teacher, or of the others, and how many there are. */
function sizeOf(results: readonly TwoLayerResult[], aligned: boolean) {
  const seeds = results.map((result) =>
    studentsOf(result)
      .filter(({ correlation }) => correlation > MATCHED === aligned)
      .map(({ fanOut }) => fanOut),
  );
  return { mean: pooledMean(seeds), count: seeds.flat().length };
}

function panelOf(p: number, multiplier: number, students: readonly Student[]): Panel {
  const points = (which: (student: Student) => boolean): Point[] =>
    students.filter(which).map(({ correlation, fanOut }) => [Math.max(0, correlation), fanOut]);
  const dots = { kind: "points", symbol: "dot", size: 3, opacity: 0.55 } as const;
  return {
    title: `p = ${p}, ${multiplier}x`,
    x: { label: "best correlation", domain: [0, 1] },
    y: { label: "fan-out norm" },
    marks: [
      { ...dots, colour: 0, label: "not aligned", points: points(({ correlation }) => correlation <= MATCHED) },
      {
        ...dots,
        colour: 1,
        label: "correlation above 0.95",
        points: points(({ correlation }) => correlation > MATCHED),
      },
    ],
  };
}

function assertionOf(p: number, multiplier: number, results: readonly TwoLayerResult[]): Assertion[] {
  const [aligned, others] = [sizeOf(results, true), sizeOf(results, false)];
  if (aligned.count < FEW || others.count < FEW) return [];
  const [large, small] = [aligned.mean!, others.mean!];
  return [
    {
      says: `p = ${p}, ${multiplier}x: students without a teacher have the smaller mean fan-out`,
      holds: small.value < large.value,
      detail: `${withError(small)} (${others.count} students) against ${withError(large)} (${aligned.count})`,
    },
  ];
}

function summarise(finished: readonly Finished<TwoLayerResult>[]) {
  const groups = byVariant(finished, grid(polarities)).map(({ variant, results }) => {
    return { p: variant.polarity!, multiplier: variant.multiplier!, results };
  });
  const rows = groups.map(({ p, multiplier, results }) => {
    const rate = measure(results.map(({ best }) => matchedRate(best.at(-1)!)));
    const sizes = [true, false].map((aligned) => sizeOf(results, aligned).mean);
    return [p, `${multiplier}x`, ...[rate, ...sizes].flatMap(meanCells), results.length];
  });
  // panels: a row for each multiplier
  const panels = multipliers.flatMap((multiplier) =>
    groups
      .filter((group) => group.multiplier === multiplier)
      .map((g) => panelOf(g.p, g.multiplier, g.results.flatMap(studentsOf))),
  );
  return {
    tables: [
      {
        title: `teachers matched, and the mean fan-out norm of students with and without a teacher (${SEED_ERRORS})`,
        columns: [
          ...["p", "students", "matched", "± s.e.", "fan-out, aligned", "± s.e.", "fan-out, others", "± s.e."],
          "seeds",
        ],
        rows,
      },
    ],
    plots: [
      {
        title: "Students that are aligned with no teacher have smaller fan-out weights",
        caption:
          "Each dot is a student at the end of training, of all seeds: its largest correlation with a teacher node, and the norm of its fan-out weights. Students below a correlation of 0 stand at 0.",
        columns: polarities.length,
        sharedAxes: true,
        panels,
      },
    ],
    assertions: groups.flatMap(({ p, multiplier, results }) => assertionOf(p, multiplier, results)),
    notes: [],
  };
}

export const figure7: Experiment<TwoLayerResult> = Object.freeze({
  id: "alignment/figure-7",
  title: "Students that are aligned with no teacher have smaller fan-out weights",
  paper:
    "Figure 7: 10 teacher nodes, students of 1, 2, 5 and 10 times as many, p = 0, 1, 2, 100 epochs, 32 seeds. Here the correlations are those of the evaluation samples.",
  cost: { quick: "10 s", full: "about 13 min" },
  study: twoLayerStudy("alignment-fan-out", (effort) => ({ teachers: 10, epochs: [0, lastEpoch[effort]] })),
  seeds: { quick: 8, full: 32 },
  variants: () => grid(polarities),
  summarise,
});
