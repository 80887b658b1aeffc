import { initialStudent } from "../../simulation/training/initialStudent.js";
import { meanBestCorrelation } from "../../simulation/training/matching.js";
import type { TeacherStudentSettings } from "../../simulation/training/settings.js";
import { bandedLine } from "../bandedLine.js";
import { byVariant } from "../byVariant.js";
import type { Effort, Experiment, Findings, Finished, RunContext, Study } from "../experiment.js";
import type { Images } from "../images/images.js";
import { accuracy } from "../images/network.js";
import { halved, splitImages } from "../images/prepareImages.js";
import { prune } from "../images/prune.js";
import { initialNetwork, trainClassifier } from "../images/trainClassifier.js";
import type { Panel } from "../plot.js";
import { meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { stopped } from "../stopped.js";
import { trainProblem } from "../trainProblem.js";
import { curveStyle, multipliers } from "./twoLayerStudy.js";

const LAYERS = 3;

interface Scale {
  /** Nodes of each hidden layer of the teacher, before and after pruning. */
  readonly nodes: number;
  readonly kept: number;
  readonly epochs: number;
  readonly steps: number;
  /** Times that height and width are halved. */
  readonly halvings: number;
}

const scales: Readonly<Record<Effort, Scale>> = {
  quick: { nodes: 24, kept: 12, epochs: 4, steps: 4000, halvings: 1 },
  full: { nodes: 64, kept: 32, epochs: 10, steps: 40_000, halvings: 0 },
};

/** Learning rates of the teacher (one input at a time) and of the students (batches of 16). */
const TEACHER_RATE = 0.002;
const STUDENT_RATE = 0.01;

/** What is made once: the pruned teacher. */
interface PreparedTeacher {
  readonly weights: readonly (readonly number[])[];
  /** On the evaluation images: as trained, as pruned, after training on. */
  readonly accuracy: readonly [trained: number, pruned: number, tuned: number];
}

export interface Figure13Result {
  readonly data: string;
  readonly accuracy: readonly number[];
  readonly steps: readonly number[];
  readonly evaluationLoss: readonly number[];
  /** Checkpoints x layers: mean over the teacher nodes of their largest centred correlation with a student. */
  readonly meanBest: readonly (readonly number[])[];
}

function imagesOf(given: Images | null, effort: Effort): Images {
  if (given === null) throw new RangeError("figure-13 needs images");
  let images = given;
  for (let k = 0; k < scales[effort].halvings; k++) images = halved(images);
  return images;
}

async function prepare({ effort, images, signal, onProgress }: Omit<RunContext, "prepared">): Promise<PreparedTeacher> {
  const { nodes, kept, epochs } = scales[effort];
  const { dimension, classes, ...data } = imagesOf(images, effort);
  const { training, trainingLabels, evaluation, evaluationLabels } = splitImages({ dimension, classes, ...data });
  const onEpoch = async (done: number) => {
    await onProgress?.(done / epochs);
    if (signal?.aborted) throw stopped();
  };
  const network = initialNetwork([dimension, ...Array<number>(LAYERS).fill(nodes), classes], 0);
  await trainClassifier(network, training, trainingLabels, { rate: TEACHER_RATE, epochs, onEpoch });
  const pruned = prune(network, training, dimension, kept);
  const before = [network, pruned].map((each) => accuracy(each, evaluation, evaluationLabels));
  await trainClassifier(pruned, training, trainingLabels, {
    rate: TEACHER_RATE,
    epochs: Math.ceil(epochs / 2),
    onEpoch,
  });
  const after = accuracy(pruned, evaluation, evaluationLabels);
  return {
    weights: pruned.map((layer) => Array.from(layer)),
    accuracy: [before[0]!, before[1]!, after],
  };
}

function settingsOf(effort: Effort, images: Images, multiplier: number): TeacherStudentSettings {
  const { kept, steps } = scales[effort];
  const samples = Math.floor(0.8 * images.labels.length);
  return {
    inputs: { dimension: images.dimension, standardDeviation: 1, samples, evaluation: images.labels.length - samples },
    teacher: {
      hidden: Array<number>(LAYERS).fill(kept),
      outputs: images.classes,
      polarity: 0,
      bias: 0,
      normalised: "hidden",
    },
    student: { multiplier, standardDeviation: null },
    loss: "sum",
    learningRate: [{ from: 0, rate: STUDENT_RATE }],
    batch: 16,
    steps,
    checkpoints: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1].map((part) => Math.round(part * steps)),
  };
}

const study: Study<Figure13Result> = {
  id: "alignment-figure-13",
  settings: (effort) => ({ ...scales[effort], teacherRate: TEACHER_RATE, studentRate: STUDENT_RATE, batch: 16 }),
  prepare,
  async run(job, context) {
    const images = imagesOf(context.images, context.effort);
    const { weights, accuracy: accuracies } = context.prepared as PreparedTeacher;
    const settings = settingsOf(context.effort, images, job.variant.multiplier!);
    const { training, evaluation } = splitImages(images);
    const teacher = weights.map((layer) => Float32Array.from(layer));
    const student = initialStudent(settings, job.seed);
    const records = await trainProblem({ settings, teacher, student, training, evaluation }, job, context);
    return {
      data: images.name,
      accuracy: accuracies.map((value) => rounded(value, 4)),
      steps: records.map(({ step }) => step),
      evaluationLoss: records.map(({ evaluationLoss }) => rounded(evaluationLoss)),
      meanBest: records.map(({ layers }) => layers.map((layer) => rounded(meanBestCorrelation(layer), 4))),
    };
  },
};

interface Group {
  readonly multiplier: number;
  readonly results: readonly Figure13Result[];
}

const bestAt = ({ results }: Group, layer: number, k: number) =>
  measure(results.map(({ meanBest }) => meanBest.at(k)![layer]!))!;

const lossAt = ({ results }: Group, k: number) =>
  measure(results.map(({ evaluationLoss }) => Math.log10(evaluationLoss.at(k)!)))!;

function panelOf(title: string, groups: readonly Group[], layer: number | null): Panel {
  const marks = groups.flatMap((group) => {
    const places = group.results[0]!.steps.map((step, k) => {
      return { x: step, measured: layer === null ? lossAt(group, k) : bestAt(group, layer, k) };
    });
    return bandedLine(places, curveStyle(group.multiplier), (value) => (layer === null ? 10 ** value : value));
  });
  const y =
    layer === null ? { label: "mean squared error", scale: "log" as const } : { label: "mean best correlation" };
  return { title, x: { label: "steps" }, y, marks };
}

/** What the means at the end say, for these data alone. */
function seen(groups: readonly Group[], layers: readonly number[]): string[] {
  if (groups.length < multipliers.length) return [];
  const rising = layers.filter((layer) =>
    groups.every((group, k) => k === 0 || bestAt(group, layer, -1).value > bestAt(groups[k - 1]!, layer, -1).value),
  );
  const where = rising.length === 0 ? "no layer" : `layer ${rising.map((layer) => layer + 1).join(", ")}`;
  return [
    `At the end the mean best correlation grows from 1x to 10x without exception in ${where}. A maximum over more students is larger by chance alone, also before the first step.`,
  ];
}

function summarise(finished: readonly Finished<Figure13Result>[]): Findings {
  const variants = multipliers.map((multiplier) => ({ multiplier }));
  const groups = byVariant(finished, variants).map(({ variant, results }): Group => {
    return { multiplier: variant.multiplier!, results };
  });
  if (groups.length === 0) return { tables: [], plots: [], assertions: [], notes: [] };
  const { data, accuracy: accuracies } = groups[0]!.results[0]!;
  const layers = Array.from({ length: LAYERS }, (_, layer) => layer);
  const rows = groups.map((group) => {
    const loss = lossAt(group, -1);
    const cells = layers.flatMap((layer) => meanCells(bestAt(group, layer, -1)));
    return [`${group.multiplier}x`, ...cells, ...meanCells(loss), group.results.length];
  });
  const names = layers.flatMap((layer) => [`layer ${layer + 1}`, "± s.e."]);
  return {
    tables: [
      {
        title: `${data}, at the end: mean best correlation of the teacher nodes of each layer, and log10 of the evaluation loss (${SEED_ERRORS})`,
        columns: ["students", ...names, "log10 loss", "± s.e.", "seeds"],
        rows,
      },
    ],
    plots: [
      {
        title: `${data}: students of a trained teacher`,
        caption: `A fully connected teacher trained on ${data} and pruned; students of 1 to 10 times its nodes learn its outputs. Means over the seeds with two standard errors. The best of more students is larger by chance alone: 10x is above 1x before the first step. A substitute for the paper's convolutional network on CIFAR-10.`,
        columns: 2,
        panels: [
          ...layers.map((layer) => panelOf(`layer ${layer + 1}`, groups, layer)),
          panelOf("evaluation loss", groups, null),
        ],
      },
    ],
    assertions: [],
    notes: [
      ...seen(groups, layers),
      `The teacher classifies ${rounded(100 * accuracies[0]!, 3)}% of the evaluation images as trained, ${rounded(100 * accuracies[1]!, 3)}% after half of its nodes are pruned, ${rounded(100 * accuracies[2]!, 3)}% after training on.`,
      "A substitute: fully connected networks instead of the paper's convolutional ones, so nothing is asserted.",
    ],
  };
}

export const figure13: Experiment<Figure13Result> = Object.freeze({
  id: "alignment/figure-13",
  title: "Students of a teacher that was trained on images (a substitute: fully connected networks)",
  paper:
    "Figure 13: a convolutional teacher trained on CIFAR-10 and pruned; mean best correlation of every layer by number of students. Here fully connected networks, on MNIST or on --data.",
  cost: { quick: "7 s", full: "about 11 min" },
  needsImages: "MNIST",
  study,
  seeds: { quick: 2, full: 8 },
  variants: () => multipliers.map((multiplier) => ({ multiplier })),
  summarise,
});
