import type { TeacherStudentSettings } from "../../simulation/training/settings.js";
import type { Assertion, Effort, Experiment, Findings, Finished, Study, TableCell } from "../experiment.js";
import type { Plot } from "../plot.js";
import { meanCells, measure, pooledMean, rounded, SEED_ERRORS, withError } from "../statistics.js";
import { assertMostMatched, MATCHED } from "./matched.js";
import { type Figure3Result, type Neuron, type Place, placeOf } from "./planeNeurons.js";
import { boundaryPanel, nearest, trajectoryPanel } from "./planePictures.js";
import { trainWhole } from "./trainTwoLayer.js";

const STEPS: Readonly<Record<Effort, number>> = { quick: 20_000, full: 100_000 };

/** 0, then about twelve a power of ten. */
const checkpointsOf = (steps: number): number[] => {
  const steep = Array.from({ length: 37 }, (_, k) => Math.round(steps * 10 ** ((k - 36) / 12)));
  return [...new Set([0, ...steep])];
};

/** Standard deviations of the student's weights at the start: the paper's analysis is that of the small one. */
const INITIAL: readonly number[] = [0.005, 0.5];

const settingsOf = (effort: Effort, initial: number): TeacherStudentSettings => ({
  inputs: { dimension: 2, standardDeviation: 1.5, samples: 10_000, evaluation: 10_000 },
  teacher: { hidden: [2], outputs: 10, polarity: 0, bias: -0.1, normalised: "hidden" },
  student: { multiplier: 3, standardDeviation: initial },
  loss: "sum",
  learningRate: [{ from: 0, rate: 0.01 }],
  batch: 16,
  steps: STEPS[effort],
  checkpoints: checkpointsOf(STEPS[effort]),
});

/** The hidden nodes of (inputs + 1) x nodes weights. */
function neuronsOf([hidden, outgoing]: readonly Float32Array[]): Neuron[] {
  const nodes = hidden!.length / 3;
  const outputs = outgoing!.length / (nodes + 1);
  return Array.from({ length: nodes }, (_, k) => {
    const fanOut = Math.hypot(...outgoing!.subarray(k * outputs, (k + 1) * outputs));
    const weights = [hidden![k]!, hidden![nodes + k]!, hidden![2 * nodes + k]!, fanOut];
    return weights.map((value) => rounded(value)) as unknown as Neuron;
  });
}

const study: Study<Figure3Result> = {
  id: "alignment-figure-3",
  settings: (effort) => settingsOf(effort, INITIAL[0]!),
  async run(job, context) {
    const { teacher, records } = await trainWhole(settingsOf(context.effort, job.variant.initial!), job, context, true);
    const { teachers, students, correlations } = records.at(-1)!.layers[0]!;
    return {
      steps: records.map(({ step }) => step),
      evaluationLoss: records.map(({ evaluationLoss }) => rounded(evaluationLoss)),
      teachers: neuronsOf(teacher),
      students: records.map(({ weights }) => neuronsOf(weights!)),
      matched: Array.from({ length: teachers }, (_, j) =>
        correlations.subarray(j * students, (j + 1) * students).some((value) => value > MATCHED),
      ),
    };
  },
};

const kinds: readonly { readonly name: string; readonly has: (place: Place) => boolean }[] = [
  { name: "with a teacher", has: (place) => typeof place === "object" && place.sign === 1 },
  { name: "against a teacher", has: (place) => typeof place === "object" && place.sign === -1 },
  { name: "beyond the data", has: (place) => place === "beyond" },
  { name: "elsewhere", has: (place) => place === "none" },
];

interface Group {
  readonly initial: number;
  readonly runs: readonly Finished<Figure3Result>[];
  /** Fan-out norms, by kind and seed. */
  readonly sizes: readonly (readonly (readonly number[])[])[];
}

function groupsOf(finished: readonly Finished<Figure3Result>[]): readonly Group[] {
  return INITIAL.flatMap((initial) => {
    const runs = finished.filter(({ job }) => job.variant.initial === initial);
    const students = runs.map(({ result: { students: rows, teachers } }) =>
      rows.at(-1)!.map((student) => ({ place: placeOf(student, teachers), fanOut: student[3] })),
    );
    const sizes = kinds.map(({ has }) =>
      students.map((seed) => seed.filter(({ place }) => has(place)).map(({ fanOut }) => fanOut)),
    );
    return runs.length === 0 ? [] : [{ initial, runs, sizes }];
  });
}

function rowsOf({ initial, runs, sizes }: Group): TableCell[][] {
  const loss = measure(runs.map(({ result }) => Math.log10(result.evaluationLoss.at(-1)!)));
  return kinds.map(({ name }, k) => {
    const fanOuts = sizes[k]!.flat();
    const largest = fanOuts.length === 0 ? null : rounded(Math.max(...fanOuts), 3);
    return [
      ...[initial, name, fanOuts.length, ...meanCells(pooledMean(sizes[k]!)), largest],
      ...[...meanCells(loss), runs.length],
    ];
  });
}

/** Of the small start only: nothing is claimed of students that start with large weights. */
function assertionsOf({ initial, runs, sizes }: Group): Assertion[] {
  if (initial !== INITIAL[0]) return [];
  const matched = runs.flatMap(({ result }) => result.matched);
  const count = matched.filter((is) => is).length;
  const [along, , , elsewhere] = sizes.map(pooledMean);
  const covered = assertMostMatched(count, matched.length);
  if (along == null || elsewhere == null) return [covered];
  const smaller: Assertion = {
    says: "students with a boundary among the data that is no teacher's have the smaller mean fan-out",
    holds: elsewhere.value < along.value,
    detail: `${withError(elsewhere)} against ${withError(along)}`,
  };
  return [covered, smaller];
}

const against = ({ students, teachers }: Figure3Result): number =>
  students.at(-1)!.filter((student) => kinds[1]!.has(placeOf(student, teachers))).length;

function plotsOf({ initial, runs }: Group): Omit<Plot, "metadata">[] {
  // those with students that face the other way first
  const chosen = [...runs].sort((a, b) => against(b.result) - against(a.result) || a.job.seed - b.job.seed);
  const { result, job } = chosen[0]!;
  const last = result.steps.at(-1)!;
  const start = `weights start with standard deviation ${initial}`;
  return [
    {
      title: `Boundaries of two teachers and six students, start ${initial}`,
      caption: `A line is where a node begins to be active; the legend has the fan-out norm of each student at the end. The picture has three standard deviations of the inputs. Seed ${job.seed}; ${start}.`,
      ...{ columns: 3, square: true, sharedAxes: true },
      panels: [0, 300, 700, 1500, 4000, last].map((step) => boundaryPanel(result, nearest(result.steps, step))),
    },
    {
      title: `Students moving in the plane, start ${initial}`,
      caption: `Weights of each student times the norm of its fan-out weights; ${start}. Students end with a teacher, or on its boundary but active on the other side; others move their boundary out of the data.`,
      ...{ columns: 2, square: true },
      panels: chosen.slice(0, 4).map((run) => trajectoryPanel(run.result, run.job.seed)),
    },
  ];
}

function summarise(finished: readonly Finished<Figure3Result>[]): Findings {
  const groups = groupsOf(finished);
  return {
    tables: [
      {
        title: `students at the end of training by where their boundary lies; start is the standard deviation of the first weights (${SEED_ERRORS})`,
        columns: [
          ...["start", "boundary", "students", "mean fan-out", "± s.e.", "largest"],
          ...["log10 loss", "± s.e.", "seeds"],
        ],
        rows: groups.flatMap(rowsOf),
      },
    ],
    plots: groups.flatMap(plotsOf),
    assertions: groups.flatMap(assertionsOf),
    notes: [
      "The paper's caption says that fan-out weights vanish for nodes that are not aligned with a teacher. They need not: a student may move its boundary out of the data and become linear there, or lie on a teacher's boundary and face the other way.",
    ],
  };
}

export const figure3: Experiment<Figure3Result> = Object.freeze({
  id: "alignment/figure-3",
  title: "Neurons moving in the plane: to the boundary of a teacher, or out of the data",
  paper: "Figure 3: two inputs, 2 teacher nodes, 6 students, boundaries over the steps. Here 10 outputs and p = 0.",
  cost: { quick: "1 s", full: "30 s" },
  study,
  seeds: { quick: 8, full: 32 },
  variants: () => INITIAL.map((initial) => ({ initial })),
  summarise,
});
