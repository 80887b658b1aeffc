import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Finished } from "../experiment.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, SEED_ERRORS } from "../statistics.js";
import { assertSmaller, fanOutOf, studentDots } from "./fanOut.js";
import { matchedRate } from "./matched.js";
import type { TwoLayerResult } from "./trainTwoLayer.js";
import { grid, multipliers, twoLayerStudy } from "./twoLayerStudy.js";

const polarities = [0, 1, 2];
const lastEpoch: Readonly<Record<Effort, number>> = { full: 100, quick: 20 };

const panelOf = (p: number, multiplier: number, results: readonly TwoLayerResult[]): Panel => ({
  title: `p = ${p}, ${multiplier}x`,
  x: { label: "best correlation", domain: [0, 1] },
  y: { label: "fan-out norm" },
  marks: studentDots(results, "not aligned"),
});

function summarise(finished: readonly Finished<TwoLayerResult>[]) {
  const groups = byVariant(finished, grid(polarities)).map(({ variant, results }) => {
    return { p: variant.polarity!, multiplier: variant.multiplier!, results };
  });
  const rows = groups.map(({ p, multiplier, results }) => {
    const rate = measure(results.map(({ best }) => matchedRate(best.at(-1)!)));
    const sizes = [true, false].map((aligned) => fanOutOf(results, aligned).mean);
    return [p, `${multiplier}x`, ...[rate, ...sizes].flatMap(meanCells), results.length];
  });
  // panels: a row for each multiplier
  const panels = multipliers.flatMap((multiplier) =>
    groups.filter((group) => group.multiplier === multiplier).map(({ p, results }) => panelOf(p, multiplier, results)),
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
    assertions: groups.flatMap(({ p, multiplier, results }) => assertSmaller(`p = ${p}, ${multiplier}x`, results)),
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
