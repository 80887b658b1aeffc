import { median } from "../../simulation/statistics/median.js";
import { assertRising, judged } from "../assertions.js";
import type { Effort, Experiment, Finished, Study, TableCell } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { MATCHED } from "./matched.js";
import { twoLayerSettings } from "./settings.js";
import { bestOfStudents, trainWhole } from "./trainTwoLayer.js";

const TEACHERS = 5;
const EPOCHS = 20;
const STEPS = 200;
/** Seeds that are shown; all of them count in the table. */
const SHOWN = 3;

export interface Figure8Result {
  /** Checkpoints x teachers x students: correlations. */
  readonly correlations: readonly (readonly (readonly number[])[])[];
  /** Of each student, the teacher that it is matched with at the end; -1 for none. */
  readonly final: readonly number[];
}

const settingsOf = (effort: Effort) =>
  twoLayerSettings(effort, {
    ...{ teachers: TEACHERS, polarity: 1, multiplier: 10, stepsPerEpoch: STEPS },
    epochs: Array.from({ length: EPOCHS + 1 }, (_, k) => k),
  });

const study: Study<Figure8Result> = {
  id: "alignment-figure-8",
  settings: settingsOf,
  async run(job, context) {
    const { records } = await trainWhole(settingsOf(context.effort), job, context);
    const layers = records.map(({ layers: [layer] }) => layer!);
    const rows = layers.map(({ teachers, students, correlations }) =>
      Array.from({ length: teachers }, (_, j) =>
        Array.from(correlations.subarray(j * students, (j + 1) * students), (value) => rounded(value, 3)),
      ),
    );
    const final = bestOfStudents(layers.at(-1)!).map(({ teacher, correlation }) =>
      correlation > MATCHED ? teacher : -1,
    );
    return { correlations: rows, final };
  },
};

function firstMatch({ correlations }: Figure8Result, j: number): number {
  const epoch = correlations.findIndex((row) => row[j]!.some((value) => value > MATCHED));
  return epoch < 0 ? EPOCHS + 1 : epoch;
}

function panelOf({ correlations, final }: Figure8Result, seed: number, j: number): Panel {
  const marks = final.map((teacher, k): Mark => {
    const points = correlations.map((row, epoch) => [epoch, Math.max(0, row[j]![k]!)] as const);
    const known = teacher >= 0;
    return {
      ...{ kind: "line", colour: known ? teacher : "muted", points },
      ...{ width: known ? 1.25 : 0.75, opacity: known ? 0.9 : 0.5 },
      label: known ? `ends with teacher ${teacher + 1}` : "ends with none",
    };
  });
  const order = (mark: Mark) => (mark.colour === "muted" ? -1 : (mark.colour as number));
  return {
    title: `teacher ${j + 1}, seed ${seed}`,
    x: { label: "epoch", domain: [0, EPOCHS] },
    y: { label: "correlation", domain: [0, 1] },
    marks: marks.sort((a, b) => order(a) - order(b)),
  };
}

function summarise(finished: readonly Finished<Figure8Result>[]) {
  const results = finished.map(({ result }) => result);
  const cell = (epoch: number): TableCell => (epoch > EPOCHS ? "never" : epoch);
  const teachers = Array.from({ length: results.length === 0 ? 0 : TEACHERS }, (_, j) => j);
  const matches = teachers.map((j) => results.map((result) => firstMatch(result, j)));
  const rows = matches.map((first, j) => {
    const students = measure(results.map(({ final }) => final.filter((teacher) => teacher === j).length))!;
    const epochs = [median(first), Math.min(...first), Math.max(...first)];
    return [j + 1, ...epochs.map(cell), ...meanCells(students)];
  });
  const says = "stronger teachers are matched earlier, on average over the seeds";
  const means = matches.map((first, j) => ({ label: String(j + 1), measured: measure(first)!, paired: first }));
  return {
    tables: [
      {
        title: `first epoch of ${STEPS} steps at which a teacher is matched, over ${results.length} seeds, and the mean number of students with it at the end (${SEED_ERRORS}; medians have none)`,
        columns: ["teacher", "median", "earliest", "latest", "students at the end", "± s.e."],
        rows,
      },
    ],
    plots: [
      {
        title: "Students turn to the strong teacher first, then some to the weak ones",
        caption:
          "Correlation of each student with the five teacher nodes, from the strongest, a row a seed; negative ones stand at 0. A student has the colour of the teacher that it ends with.",
        columns: TEACHERS,
        sharedAxes: true,
        panels: finished
          .slice(0, SHOWN)
          .flatMap(({ result, job }) => Array.from({ length: TEACHERS }, (_, j) => panelOf(result, job.seed, j))),
      },
    ],
    // a teacher that is never matched counts as one epoch late: were none matched, nothing would rise
    ...judged(results.length === 0 ? [] : [assertRising(says, means)]),
  };
}

export const figure8: Experiment<Figure8Result> = Object.freeze({
  id: "alignment/figure-8",
  title: "Students turn to the strong teacher first, then some to the weak ones",
  paper:
    "Figure 8: correlations of 50 students with 5 teacher nodes over time, p = 1, three seeds. An epoch has 200 steps here.",
  cost: { quick: "1 s", full: "7 s" },
  study,
  seeds: { quick: 3, full: 8 },
  variants: () => [{}],
  summarise,
});
