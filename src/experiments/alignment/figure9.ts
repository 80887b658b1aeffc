import type { TeacherStudentSettings } from "../../simulation/training/settings.js";
import { claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Finished, Study } from "../experiment.js";
import type { Mark, Panel } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS, withError } from "../statistics.js";
import { assertSmaller, studentDots } from "./fanOut.js";
import { bestOfStudents, bestOfTeachers, trainWhole } from "./trainTwoLayer.js";

/** One hidden layer at a checkpoint. */
export interface DeepLayer {
  /** Mean over the teacher nodes of their largest correlation with a student. */
  readonly meanBest: number;
  /** Of each student: its largest correlation with a teacher, and sqrt(E beta_kk). */
  readonly correlation: readonly number[];
  readonly fanOut: readonly number[];
}

export interface DeepResult {
  readonly steps: readonly number[];
  readonly evaluationLoss: readonly number[];
  /** Checkpoints x layers, the lowest first. */
  readonly layers: readonly (readonly DeepLayer[])[];
}

const STEPS: Readonly<Record<Effort, number>> = { quick: 15_000, full: 100_000 };
/** When the lowest layer is aligned best; at the first checkpoint it is not. */
const EARLY: Readonly<Record<Effort, number>> = { quick: 2000, full: 10_000 };
const SIZES = [1, 2, 10];

function settingsOf(effort: Effort, multiplier: number): TeacherStudentSettings {
  const full = effort === "full";
  const steps = STEPS[effort];
  const parts = [0, 0.02, 0.05, 0.1, 0.2, 1 / 3, 0.5, 0.75, 1].map((part) => Math.round(part * steps));
  return {
    inputs: {
      dimension: full ? 100 : 20,
      standardDeviation: 1.5,
      samples: 10_000,
      evaluation: full ? 10_000 : 2000,
    },
    teacher: {
      hidden: full ? [50, 75, 100, 125] : [10, 15, 20, 25],
      outputs: 50,
      polarity: 0,
      bias: "balanced",
      normalised: "hidden",
    },
    student: { multiplier, standardDeviation: null },
    loss: "mean",
    learningRate: [{ from: 0, rate: 0.2 }],
    batch: 64,
    steps,
    checkpoints: [...new Set([...parts, EARLY[effort]])].sort((a, b) => a - b),
  };
}

const study: Study<DeepResult> = {
  id: "alignment-figure-9",
  settings: (effort) => settingsOf(effort, 1),
  async run(job, context) {
    const { records } = await trainWhole(settingsOf(context.effort, job.variant.multiplier!), job, context);
    return {
      steps: records.map(({ step }) => step),
      evaluationLoss: records.map(({ evaluationLoss }) => rounded(evaluationLoss)),
      layers: records.map(({ layers }) =>
        layers.map((layer) => ({
          meanBest: rounded(mean(bestOfTeachers(layer))),
          correlation: bestOfStudents(layer).map(({ correlation }) => rounded(correlation, 3)),
          fanOut: Array.from(layer.fanOut, (value) => rounded(value, 3)),
        })),
      ),
    };
  },
};

interface Group {
  readonly multiplier: number;
  readonly results: readonly DeepResult[];
}

const layerNames = ["layer 1 (lowest)", "layer 2", "layer 3", "layer 4"];

const studentsAt = ({ results }: Group, layer: number, step: number): readonly DeepLayer[] =>
  results.map(({ steps, layers }) => layers[steps.indexOf(step)]![layer]!);

const bestAt = (group: Group, layer: number, step: number) =>
  measure(studentsAt(group, layer, step).map(({ meanBest }) => meanBest))!;

const studentPanel = (group: Group, layer: number, step: number, top: number): Panel => ({
  title: `layer ${layer + 1}, ${step} steps`,
  x: { label: "best correlation", domain: [0, 1] },
  y: { label: "fan-out", domain: [0, top] },
  marks: studentDots(studentsAt(group, layer, step), `student of ${group.multiplier}x, not aligned`),
});

function curvePanel(group: Group): Panel {
  const { steps } = group.results[0]!;
  const marks = layerNames.map((label, layer): Mark => {
    const dash = (["solid", "dashed", "dotted", "solid"] as const)[layer]!;
    return {
      kind: "line",
      colour: layer,
      dash,
      label,
      points: steps.map((step) => [step, bestAt(group, layer, step).value]),
    };
  });
  return {
    title: `${group.multiplier}x`,
    x: { label: "steps" },
    y: { label: "mean best correlation", domain: [0, 1] },
    marks,
  };
}

function lowestBest(group: Group, step: number) {
  const values = layerNames.map((_, layer) => {
    return { label: `layer ${layer + 1}`, measured: bestAt(group, layer, step) };
  });
  const says = `${group.multiplier}x: after ${step} steps the lowest layer is aligned best, in the mean over the seeds`;
  const detail = values.map(({ label, measured }) => `${label} ${withError(measured)}`).join(", ");
  const [lowest, ...others] = values.map(({ measured }) => measured.value);
  return claim(says, values, () => others.every((value) => value < lowest!), detail);
}

/** The largest fan-out at these steps, and a little more. */
function topOf({ results }: Group, shown: readonly number[]): number {
  const sizes = results.flatMap(({ steps, layers }) =>
    shown.flatMap((step) => layers[steps.indexOf(step)]!.flatMap(({ fanOut }) => fanOut)),
  );
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  return largest > 0 ? rounded(1.05 * largest, 3) : 1;
}

function summarise(finished: readonly Finished<DeepResult>[], effort: Effort) {
  const groups = byVariant(
    finished,
    SIZES.map((multiplier) => ({ multiplier })),
  ).map(({ variant, results }): Group => ({ multiplier: variant.multiplier!, results }));
  const [early, last] = [EARLY[effort], STEPS[effort]];
  const rows = groups.flatMap((group) =>
    [group.results[0]!.steps[1]!, early, last].map((step) => [
      ...[`${group.multiplier}x`, step],
      ...layerNames.flatMap((_, layer) => meanCells(bestAt(group, layer, step))),
      group.results.length,
    ]),
  );
  const widest = groups.at(-1);
  const top = widest === undefined ? 1 : topOf(widest, [early, last]);
  return {
    tables: [
      {
        title: `mean over the teacher nodes of their largest correlation with a student, in each layer from the lowest (${SEED_ERRORS})`,
        columns: ["students", "steps", ...layerNames.flatMap((_, k) => [`layer ${k + 1}`, "± s.e."]), "seeds"],
        rows,
      },
    ],
    plots:
      widest === undefined
        ? []
        : [
            {
              title: "Fan-out against correlation in a network of four hidden layers",
              caption:
                "Each dot is a student node: its largest correlation with a teacher node of the same layer, and its fan-out sqrt(E beta_kk), early in training and at its end. beta_kk is the squared norm of how the outputs change with the node, through the layers above, and E the mean over the samples; in the highest layer it is the norm of the fan-out weights.",
              ...{ columns: 2, sharedAxes: true },
              panels: layerNames.flatMap((_, layer) => [
                studentPanel(widest, layer, early, top),
                studentPanel(widest, layer, last, top),
              ]),
            },
            {
              title: "After a start in which it is not, the lowest layer is aligned best",
              caption:
                "Mean over the teacher nodes of a layer of their largest correlation with a student node of that layer.",
              columns: 2,
              panels: groups.map(curvePanel),
            },
          ],
    ...judged(
      groups.flatMap((group) => [
        lowestBest(group, early),
        ...assertSmaller(`${group.multiplier}x, lowest layer`, studentsAt(group, 0, last)),
      ]),
    ),
  };
}

export const figure9: Experiment<DeepResult> = Object.freeze({
  id: "alignment/figure-9",
  title: "In deep networks the lowest layer is aligned best, after a start in which it is not",
  paper:
    "Figure 9: teacher of 50-75-100-125 nodes, students of 10 times as many (quick: 10-15-20-25). Batches of 64, mean squared loss, learning rate 0.2, biases for which half of the inputs activate a node.",
  cost: { quick: "50 s", full: "about 3 h" },
  study,
  seeds: { quick: 2, full: 4 },
  variants: () => SIZES.map((multiplier) => ({ multiplier })),
  summarise,
});
