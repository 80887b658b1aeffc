import { normalisedAccuracy, trainNormalised } from "../../simulation/normalised/trainNormalised.js";
import { type Claim, judged } from "../assertions.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, ResultTable, Study, Variant } from "../experiment.js";
import { imagesText } from "../images/imagesText.js";
import { halved, splitImages } from "../images/prepareImages.js";
import type { Cells, Panel, Point } from "../plot.js";
import { mean, rounded } from "../statistics.js";
import { stopped } from "../stopped.js";
import { theoryAt } from "./networkPoint.js";

export interface Figure2aResult {
  /** Share of right answers among images that were not trained on. */
  readonly accuracy: number;
  /** What was trained on, in words. */
  readonly data: string;
}

interface Scale {
  readonly width: number;
  /** Images seen in all. */
  readonly seen: number;
  readonly batches: readonly number[];
  readonly depths: readonly number[];
}

const scales: Readonly<Record<Effort, Scale>> = {
  quick: { width: 48, seen: 6000, batches: [8, 32, 128], depths: [5, 15, 25, 35, 45, 55] },
  full: {
    ...{ width: 96, seen: 24_000, batches: [8, 16, 32, 64, 128, 256] },
    depths: [5, 15, 25, 35, 45, 55, 65, 75],
  },
};
const EPSILON = 1e-3;
/** Sum of the rates of all steps, as in the paper: 1e-5 B a step, 10 epochs of 60000 images. */
const TRAVEL = 6;
const EVALUATED = 1000;

const study: Study<Figure2aResult> = {
  id: "batchnorm-figure-2a",
  settings(effort) {
    const { width, seen } = scales[effort];
    return { width, seen, epsilon: EPSILON, travel: TRAVEL, evaluated: EVALUATED };
  },
  async run({ variant, seed, key }, { effort, images, signal, onProgress }) {
    const { width, seen } = scales[effort];
    const batch = variant.batch!;
    const small = halved(images!);
    const { training, trainingLabels, evaluation, evaluationLabels } = splitImages(small);
    const shape = { inputs: small.dimension, outputs: small.classes, width, depth: variant.depth! };
    const settings = { ...shape, epsilon: EPSILON, gamma: 1, beta: 0 };
    const steps = Math.floor(seen / batch);
    const data = { inputs: training, labels: trainingLabels };
    const {
      weights,
      diverged,
      steps: made,
    } = await trainNormalised(settings, data, {
      ...{ batch, steps, rate: TRAVEL / steps, seed },
      ...(signal && { signal }),
      onStep: (step) => onProgress?.(step / steps),
    });
    if (diverged) throw new RangeError(`${key}: training diverged at step ${made}`);
    if (made < steps) throw stopped();
    const count = Math.min(EVALUATED, evaluationLabels.length);
    const some = {
      inputs: evaluation.subarray(0, count * small.dimension),
      labels: evaluationLabels.subarray(0, count),
    };
    const accuracy = normalisedAccuracy(settings, weights, some, Math.min(batch, count));
    return { accuracy: rounded(accuracy, 4), data: imagesText(small) };
  },
};

const variantsOf = (effort: Effort): readonly Variant[] =>
  scales[effort].batches.flatMap((batch) => scales[effort].depths.map((depth) => ({ batch, depth })));

interface Group {
  readonly batch: number;
  readonly depth: number;
  readonly accuracy: number;
  /** 16/ln(rate). */
  readonly trainable: number;
}

/** Trainable depths at powers of two between the batch sizes, with them. */
function trainableDepths(effort: Effort): ReadonlyMap<number, number> {
  const { batches } = scales[effort];
  const depths = new Map<number, number>();
  for (let batch = batches[0]!; batch <= batches.at(-1)!; batch *= 2) {
    const network = theoryAt({ activation: "relu", batch, epsilon: EPSILON }, { tolerance: 1e-6 });
    depths.set(batch, network.trainableDepth);
  }
  return depths;
}

function groupsOf(
  finished: readonly Finished<Figure2aResult>[],
  effort: Effort,
  trainable: ReadonlyMap<number, number>,
): readonly Group[] {
  return byVariant(finished, variantsOf(effort)).map(({ variant: { batch, depth }, results }) => ({
    ...{ batch: batch!, depth: depth!, trainable: trainable.get(batch!)! },
    accuracy: mean(results.map(({ accuracy }) => accuracy)),
  }));
}

const classes = [
  { label: "accuracy above 0.8", from: 0.8, ramp: 0 },
  { label: "0.6 to 0.8", from: 0.6, ramp: 0.25 },
  { label: "0.4 to 0.6", from: 0.4, ramp: 0.5 },
  { label: "0.2 to 0.4", from: 0.2, ramp: 0.75 },
  { label: "below 0.2", from: Number.NEGATIVE_INFINITY, ramp: 1 },
] as const;

function cellsOf(groups: readonly Group[], effort: Effort): readonly Cells[] {
  const { batches, depths } = scales[effort];
  const size = [Math.log2(batches[1]! / batches[0]!), depths[1]! - depths[0]!] as const;
  return classes.map(({ label, from, ramp }, k): Cells => {
    const to = classes[k - 1]?.from ?? Number.POSITIVE_INFINITY;
    const own = groups.filter(({ accuracy }) => accuracy >= from && accuracy < to);
    const points = own.map(({ batch, depth }): Point => [Math.log2(batch), depth]);
    return { kind: "cells", colour: { ramp }, label, points, size };
  });
}

/** Networks of a third of the trainable depth learn, those a quarter beyond it hardly do: 16 depth scales are a rule of thumb. */
const [SHALLOW, DEEP] = [1 / 3, 1.25];
const [LEARNS, HARDLY] = [0.5, 0.4];

function claimsOf(groups: readonly Group[]): readonly Claim[] {
  const shallow = groups.filter(({ depth, trainable }) => depth <= SHALLOW * trainable);
  const deep = groups.filter(({ depth, trainable }) => depth > DEEP * trainable);
  if (shallow.length === 0 || deep.length === 0) return [];
  const least = Math.min(...shallow.map(({ accuracy }) => accuracy));
  const most = Math.max(...deep.map(({ accuracy }) => accuracy));
  return [
    {
      says: `up to a third of the depth 16/ln(rate) networks learn: accuracy above ${LEARNS}`,
      holds: least > LEARNS,
      detail: `least of ${shallow.length}: ${rounded(least, 3)}`,
    },
    {
      says: `a quarter beyond it they hardly do: accuracy below ${HARDLY}`,
      holds: most < HARDLY,
      detail: `largest of ${deep.length}: ${rounded(most, 3)}`,
    },
  ];
}

function tableOf(groups: readonly Group[], effort: Effort, trainable: ReadonlyMap<number, number>): ResultTable {
  const { width, seen, batches, depths } = scales[effort];
  const shown = batches.filter((batch) => groups.some((group) => group.batch === batch));
  return {
    title: `accuracy after ${seen} images, ReLU, width ${width}: a small version`,
    columns: ["B", "16/ln(rate)", ...depths.map((depth) => `depth ${depth}`)],
    rows: shown.map((batch) => {
      const cells = depths.map((depth) => groups.find((group) => group.batch === batch && group.depth === depth));
      return [
        ...[batch, rounded(trainable.get(batch)!, 3)],
        ...cells.map((group) => (group === undefined ? null : rounded(group.accuracy, 3))),
      ];
    }),
  };
}

function panelOf(groups: readonly Group[], effort: Effort, trainable: ReadonlyMap<number, number>): Panel {
  const { batches, depths } = scales[effort];
  const half = (depths[1]! - depths[0]!) / 2;
  const reach = Math.log2(batches[1]! / batches[0]!) / 2;
  const ticks = batches.map((batch) => ({ at: Math.log2(batch), text: String(batch) }));
  return {
    title: "",
    x: {
      ...{ label: "batch size B", ticks },
      domain: [Math.log2(batches[0]!) - reach, Math.log2(batches.at(-1)!) + reach],
    },
    y: { label: "depth", domain: [depths[0]! - half, depths.at(-1)! + half] },
    marks: [
      ...cellsOf(groups, effort),
      {
        ...{ kind: "line", colour: "ink", dash: "dashed", width: 2, label: "16/ln(rate), theory" },
        points: [...trainable].map(([batch, layers]) => [Math.log2(batch), layers]),
      },
    ],
  };
}

function summarise(finished: readonly Finished<Figure2aResult>[], effort: Effort): Findings {
  const { width, seen } = scales[effort];
  const trainable = finished.length === 0 ? new Map<number, number>() : trainableDepths(effort);
  const groups = groupsOf(finished, effort, trainable);
  const { assertions, notes } = judged(claimsOf(groups));
  const data = finished[0]?.result.data ?? "images";
  return {
    tables: [tableOf(groups, effort, trainable)],
    plots: [
      {
        title: "Batch norm limits the depth that can be trained (small version)",
        caption: `Accuracy of ReLU networks of width ${width} after ${seen} inputs, ${data}, plain SGD; the paper has width 384 and ten epochs of MNIST. Dashed: 16/ln(rate) layers, theory.`,
        columns: 1,
        panels: groups.length === 0 ? [] : [panelOf(groups, effort, trainable)],
      },
    ],
    assertions,
    notes,
  };
}

export const figure2a: Experiment<Figure2aResult> = Object.freeze({
  id: "batchnorm/figure-2a",
  title: "Networks deeper than 16/ln(rate) are not trained (small version)",
  paper:
    "Figure 2a: accuracy on MNIST by depth and batch size, width 384, 10 epochs, rate 1e-5 B, epsilon 1e-3. Here networks are narrower, images have 14 x 14 pixels and fewer are seen; the sum of the rates is the paper's.",
  cost: { quick: "40 s", full: "about 30 min" },
  needsImages: "MNIST",
  study,
  seeds: { quick: 1, full: 1 },
  variants: variantsOf,
  summarise,
});
