import { drawInputs } from "../../simulation/training/drawInputs.js";
import { initialStudent } from "../../simulation/training/initialStudent.js";
import type { TeacherStudentSettings, TrainingRecord } from "../../simulation/training/settings.js";
import { streamOf } from "../../simulation/training/streams.js";
import type { Effort, Experiment, Findings, Finished, Study, TableCell } from "../experiment.js";
import { forward, type Network, roomFor } from "../images/network.js";
import type { Mark, Panel, Point } from "../plot.js";
import { mean, meanCells, measure, rounded, SEED_ERRORS } from "../statistics.js";
import { trainProblem } from "../trainProblem.js";
import { assertMostMatched, MATCHED, matchedRate } from "./matched.js";
import { bestOfTeachers } from "./trainTwoLayer.js";

/** Where the teacher's nodes begin to be active, and towards which side. */
const BREAKPOINTS: readonly (readonly [at: number, side: 1 | -1])[] = [
  [-2, 1],
  [-0.7, -1],
  [0.6, 1],
  [1.8, -1],
];
const OUTPUTS = 5;
const MULTIPLIER = 3;
const STEPS: Readonly<Record<Effort, number>> = { quick: 40_000, full: 200_000 };
/** Inputs at which functions are drawn. */
const AXIS: readonly number[] = Array.from({ length: 81 }, (_, k) => (k - 40) / 10);

export interface Neurons1dResult {
  readonly steps: readonly number[];
  readonly evaluationLoss: readonly number[];
  /** Checkpoints x teachers: the largest correlation with a student. */
  readonly best: readonly (readonly number[])[];
  /** Checkpoints x students: where the node begins to be active; null where its weight is 0. */
  readonly breakpoints: readonly (readonly (number | null)[])[];
  /** Of each student at the end: the norm of its fan-out weights, and the side of its breakpoint on which it is active. */
  readonly fanOut: readonly number[];
  readonly sides: readonly number[];
  /** The first output, of the teacher and of the student at the checkpoints, on -4, -3.9, ..., 4. */
  readonly teacherOutput: readonly number[];
  readonly studentOutput: readonly (readonly number[])[];
}

const settingsOf = (effort: Effort): TeacherStudentSettings => {
  const steps = STEPS[effort];
  const log = Array.from({ length: 41 }, (_, k) => Math.round(steps * 10 ** ((k - 40) / 12)));
  return {
    inputs: { dimension: 1, standardDeviation: 1.5, samples: 10_000, evaluation: 2000 },
    teacher: { hidden: [BREAKPOINTS.length], outputs: OUTPUTS, polarity: 0, bias: 0, normalised: "hidden" },
    student: { multiplier: MULTIPLIER, standardDeviation: 0.05 },
    loss: "sum",
    learningRate: [{ from: 0, rate: 0.01 }],
    batch: 16,
    steps,
    checkpoints: [...new Set([0, ...log])],
  };
};

/** Slopes 1 and -1, breakpoints as above, fan-out weights N(0, 1). */
function teacherOf(seed: number): Network {
  const hidden = [...BREAKPOINTS.map(([, side]) => side), ...BREAKPOINTS.map(([at, side]) => -side * at)];
  const stream = streamOf(seed, "teacher", 1);
  const outgoing = new Float32Array((BREAKPOINTS.length + 1) * OUTPUTS);
  for (let i = 0; i < BREAKPOINTS.length * OUTPUTS; i++) outgoing[i] = stream.next();
  return [Float32Array.from(hidden), outgoing];
}

function outputOf(network: Network): number[] {
  const nodes = network[0]!.length / 2;
  const room = roomFor([1, nodes, OUTPUTS]);
  return AXIS.map((x) => {
    forward(network, Float32Array.of(x), room);
    return rounded(room[2]![0]!, 4);
  });
}

function breakpointsOf([hidden]: Network): (number | null)[] {
  const nodes = hidden!.length / 2;
  return Array.from({ length: nodes }, (_, k) => {
    const at = -hidden![nodes + k]! / hidden![k]!;
    return Number.isFinite(at) ? rounded(at, 4) : null;
  });
}

function resultOf(teacher: Network, records: readonly TrainingRecord[]): Neurons1dResult {
  const last = records.at(-1)!.layers[0]!;
  const [hidden] = records.at(-1)!.weights!;
  return {
    steps: records.map(({ step }) => step),
    evaluationLoss: records.map(({ evaluationLoss }) => rounded(evaluationLoss)),
    best: records.map(({ layers }) => bestOfTeachers(layers[0]!)),
    breakpoints: records.map(({ weights }) => breakpointsOf(weights!)),
    fanOut: Array.from(last.fanOut, (value) => rounded(value, 4)),
    sides: Array.from(hidden!.subarray(0, hidden!.length / 2), Math.sign),
    teacherOutput: outputOf(teacher),
    studentOutput: records.map(({ weights }) => outputOf(weights!)),
  };
}

const study: Study<Neurons1dResult> = {
  id: "alignment-neurons-1d",
  settings: (effort) => ({ ...settingsOf(effort), breakpoints: BREAKPOINTS }),
  async run(job, context) {
    const settings = settingsOf(context.effort);
    const teacher = teacherOf(job.seed);
    const [training, evaluation] = (["training", "evaluation"] as const).map((what) =>
      drawInputs(settings, job.seed, what),
    );
    const problem = { settings, teacher, student: initialStudent(settings, job.seed) };
    const records = await trainProblem(
      { ...problem, training: training!, evaluation: evaluation! },
      job,
      context,
      true,
    );
    return resultOf(teacher, records);
  },
};

const REACH = 4;
/** Nothing so far outside the picture is seen. */
const FAR = 1000;
/** Two breakpoints are one. */
const NEAR = 0.2;

type Place = "with" | "against" | "elsewhere";

/** Where each student ends: at the breakpoint of a teacher, active on the same side or on the other one, or elsewhere. */
const placesOf = ({ breakpoints, sides }: Neurons1dResult): Place[] =>
  breakpoints.at(-1)!.map((at, k) => {
    const near = BREAKPOINTS.filter(([there]) => at !== null && Math.abs(at - there) < NEAR);
    if (near.length === 0) return "elsewhere";
    return near.some(([, side]) => side === sides[k]) ? "with" : "against";
  });

const styles = {
  with: { colour: 1, opacity: 0.9, label: "ends at a teacher's, same side" },
  against: { colour: 0, opacity: 0.9, dash: "dotted", label: "ends at a teacher's, other side" },
  elsewhere: { colour: "muted", opacity: 0.6, label: "ends elsewhere" },
} as const;

function breakpointPanel(result: Neurons1dResult, seed: number): Panel {
  const { steps, breakpoints } = result;
  const [first, last] = [steps[1]!, steps.at(-1)!];
  const teachers = BREAKPOINTS.map(([at]): Mark => {
    const points: Point[] = [
      [first, at],
      [last, at],
    ];
    return { kind: "line", colour: "ink", dash: "dashed", width: 1.25, points, label: "teachers" };
  });
  const students = placesOf(result).map((place, k): Mark => {
    const points = steps.flatMap((step, t): Point[] => {
      const at = breakpoints[t]![k]!;
      // far outside, where exactly does not matter
      return t === 0 || at === null ? [] : [[step, Math.max(-FAR, Math.min(FAR, at))]];
    });
    return { kind: "line", ...styles[place], width: 1.5, points };
  });
  const ticks = [1e2, 1e3, 1e4, 1e5].map((at) => ({ at, text: String(at) }));
  return {
    title: `seed ${seed}`,
    x: { label: "steps", scale: "log", domain: [first, last], ticks },
    y: { label: "breakpoint", domain: [-REACH, REACH] },
    marks: [...teachers, ...students],
  };
}

function functionPanel({ steps, teacherOutput, studentOutput }: Neurons1dResult, k: number): Panel {
  const curve = (values: readonly number[]): Point[] => AXIS.map((x, i) => [x, values[i]!]);
  return {
    title: `after ${steps[k]} steps`,
    x: { label: "input", domain: [-REACH, REACH] },
    y: { label: "first output" },
    marks: [
      { kind: "line", colour: "ink", width: 2.5, opacity: 0.5, points: curve(teacherOutput), label: "teacher" },
      { kind: "line", colour: 1, points: curve(studentOutput[k]!), label: "student" },
    ],
  };
}

function plotsOf(finished: readonly Finished<Neurons1dResult>[]): Findings["plots"] {
  const [first] = finished;
  if (first === undefined) return [];
  const { steps } = first.result;
  const shown = [200, 1000, 4000, steps.at(-1)!].map((wanted) => steps.findIndex((step) => step >= wanted));
  return [
    {
      title: "Breakpoints of students moving to those of the teacher",
      caption: `One input: a node is active on one side of its breakpoint. All students start with theirs at 0; the axis is logarithmic and begins at step ${steps[1]}. Dashed lines are the teacher's four.`,
      columns: 2,
      panels: finished.slice(0, 4).map(({ result, job }) => breakpointPanel(result, job.seed)),
    },
    {
      title: "The function that the student has learned",
      caption: `The first of ${OUTPUTS} outputs of teacher and student, seed ${first.job.seed}.`,
      columns: 2,
      panels: shown.map((k) => functionPanel(first.result, k)),
    },
  ];
}

function meansOf(results: readonly Neurons1dResult[]): TableCell[][] {
  if (results.length === 0) return [];
  const students = (wanted: Place) =>
    results.map((result) => placesOf(result).filter((place) => place === wanted).length);
  const measures: readonly (readonly [string, readonly number[]])[] = [
    ["matched rate", results.map(({ best }) => matchedRate(best.at(-1)!))],
    ["log10 loss", results.map(({ evaluationLoss }) => Math.log10(evaluationLoss.at(-1)!))],
    ["students at a teacher's, same side", students("with")],
    ["students at a teacher's, other side", students("against")],
    ["students elsewhere", students("elsewhere")],
  ];
  return measures.map(([name, values]) => [name, ...meanCells(measure(values))]);
}

function summarise(finished: readonly Finished<Neurons1dResult>[]): Findings {
  const results = finished.map(({ result }) => result);
  const rows = results.map((result, k) => {
    const [places, { best, evaluationLoss, fanOut }] = [placesOf(result), result];
    const cells = (["with", "against", "elsewhere"] as const).flatMap((place) => {
      const sizes = fanOut.filter((_, i) => places[i] === place);
      return [sizes.length, sizes.length === 0 ? null : rounded(mean(sizes), 3)];
    });
    return [finished[k]!.job.seed, rounded(matchedRate(best.at(-1)!), 3), rounded(evaluationLoss.at(-1)!, 2), ...cells];
  });
  const teachers = results.length * BREAKPOINTS.length;
  const matched = results.reduce((sum, { best }) => sum + best.at(-1)!.filter((value) => value > MATCHED).length, 0);
  return {
    tables: [
      {
        title: `means over the seeds (${SEED_ERRORS})`,
        columns: ["at the end", "mean", "± s.e."],
        rows: meansOf(results),
      },
      {
        title:
          "students at the end by their breakpoint (at a teacher's and on its side, on the other side, elsewhere), with mean fan-out norms, seed by seed",
        columns: ["seed", "matched", "loss", "same side", "fan-out", "other side", "fan-out", "elsewhere", "fan-out"],
        rows,
      },
    ],
    plots: plotsOf(finished),
    assertions: teachers === 0 ? [] : [assertMostMatched(matched, teachers)],
    notes: [],
  };
}

export const neurons1d: Experiment<Neurons1dResult> = Object.freeze({
  id: "alignment/neurons-1d",
  title: "One input: the breakpoints of students move to those of the teacher",
  paper: "No figure of the paper: the smallest case, in which a node is a breakpoint and a side (Corollary 1).",
  cost: { quick: "1 s", full: "15 s" },
  study,
  seeds: { quick: 4, full: 16 },
  variants: () => [{}],
  summarise,
});
