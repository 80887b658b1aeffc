/** Students on their way: in the plane, and what has become of the loss and of the teachers. */
import type { Mark, Panel, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { PopulationState } from "../../../theory/alignment/population/observePopulation.js";
import { estimateText } from "../rates/quantity.js";
import { bestStudents, MATCHED, type Place, placesOf } from "./correlation.js";
import { learnedShare } from "./learnedShare.js";
import type { MoveRecord } from "./moveStudentsTask.js";

export interface Shown {
  /** All that are known, ascending. */
  readonly records: readonly MoveRecord[];
  /** The place of the one that is looked at. */
  readonly at: number;
  readonly flow: boolean;
}

const DIGITS = 4;

/** |v_k| w_k: what a node contributes, as an arrow. */
const contribution = (W: PopulationState["W"], fanOut: readonly number[], k: number): Point => [
  fanOut[k]! * W[k]![0]!,
  fanOut[k]! * W[k]![1]!,
];

const arrowOf = ({ W, fanOut }: PopulationState, k: number): Point => contribution(W, fanOut, k);

const lengthOf = (row: readonly number[]): number => Math.hypot(...row);

export const placeText = (place: Place | null): string =>
  place === null ? "with no teacher" : `${place.side > 0 ? "with" : "against"} teacher ${place.teacher + 1}`;

const pointText = ([x, y]: Point): string => `(${showNumber(x, DIGITS)}, ${showNumber(y, DIGITS)})`;

function teacherMarks({ teacher: { W, V } }: MoveRecord): readonly Mark[] {
  const fanOut = V.map(lengthOf);
  return W.flatMap((_, j): Mark[] => {
    const end = contribution(W, fanOut, j);
    const style = { colour: j, width: 5, opacity: 0.35, label: `teacher ${j + 1}` };
    return [{ kind: "arrow", ...style, points: [[0, 0], end], hints: ["", `teacher ${j + 1}: ${pointText(end)}`] }];
  });
}

function studentMarks({ records, at, flow }: Shown, places: readonly (Place | null)[]): readonly Mark[] {
  const seen = records.slice(0, at + 1);
  const { step, trained, flow: predicted } = seen.at(-1)!;
  const theory = seen.flatMap((record) => (record.flow === null ? [] : [record.flow]));
  return places.flatMap((place, k): Mark[] => {
    const colour = place === null ? "muted" : place.teacher;
    const head = arrowOf(trained, k);
    const said = predicted === null ? "" : `; theory ${pointText(arrowOf(predicted, k))}`;
    const hint = `student ${k + 1} at step ${step}: ${pointText(head)}${said}; ends ${placeText(place)}`;
    const path = seen.map((record) => arrowOf(record.trained, k));
    const dash = place !== null && place.side < 0 ? ("dashed" as const) : ("solid" as const);
    return [
      ...(flow && theory.length > 1
        ? [
            {
              kind: "line",
              colour: "ink",
              dash: "dotted",
              width: 1,
              opacity: 0.7,
              points: theory.map((state) => arrowOf(state, k)),
              label: "theory: gradient flow",
            } as const,
          ]
        : []),
      ...(path.length > 1 ? [{ kind: "line", colour, dash, width: 1.5, opacity: 0.9, points: path } as const] : []),
      { kind: "points", colour, size: 8, points: [head], hints: [hint] },
    ];
  });
}

type Interval = readonly [number, number];

/** The axes of a square around the points. */
function squareOf(points: readonly Point[]): readonly [Interval, Interval] {
  const [x, y] = [0, 1].map((axis) => {
    const own = points.map((point) => point[axis]!);
    return [Math.min(...own), Math.max(...own)] as const;
  });
  const half = 0.55 * Math.max(x![1] - x![0], y![1] - y![0]);
  const around = ([low, high]: Interval): Interval => [(low + high) / 2 - half, (low + high) / 2 + half];
  return [around(x!), around(y!)];
}

/** The plane of the inputs: arrows are teachers, lines with heads students until the step that is looked at. */
export function planePlot(shown: Shown): Plot {
  const { records, at } = shown;
  const last = records.at(-1)!;
  const { W, V } = last.teacher;
  const fanOut = V.map(lengthOf);
  const goals = W.map((_, j) => contribution(W, fanOut, j));
  const all = [...goals, ...records.flatMap(({ trained }) => trained.W.map((_, k) => arrowOf(trained, k)))];
  const axes = squareOf([[0, 0], ...all]);
  return {
    title: `Students and teachers, step ${records[at]!.step}`,
    caption:
      "A node is drawn at its weights times the norm of its fan-out. Thick arrows: teachers. Lines: students, with the colour of the teacher on whose boundary they are at the last step; dashed where they are active on its other side, grey with no teacher.",
    ...{ columns: 1, square: true, metadata: {} },
    panels: [
      {
        title: "",
        x: { label: "|v| w1", domain: axes[0] },
        y: { label: "|v| w2", domain: axes[1] },
        marks: [...teacherMarks(last), ...studentMarks(shown, placesOf(last.trained.angles))],
      },
    ],
  };
}

/** Steps begin at 1: the axis is logarithmic. */
const after = ({ records }: Shown): readonly MoveRecord[] => records.filter(({ step }) => step > 0);

function panelOf(
  shown: Shown,
  steps: number,
  y: Panel["y"] & { readonly domain: readonly [number, number] },
  marks: readonly Mark[],
): Panel {
  const at = Math.max(1, shown.records[shown.at]!.step);
  const points: readonly Point[] = [
    [at, y.domain[0]],
    [at, y.domain[1]],
  ];
  const cursor: Mark = { kind: "line", colour: "muted", width: 1, points };
  return { title: "", x: { label: "step", scale: "log", domain: [1, steps] }, y, marks: [cursor, ...marks] };
}

interface Series {
  readonly name: string;
  readonly colour: number;
  readonly points: readonly Point[];
  readonly hints: readonly string[];
}

const solid = ({ name, ...mark }: Series): Mark => ({ kind: "line", ...mark, label: name, width: 2 });
const dashed = ({ name, ...mark }: Series): Mark => ({
  kind: "line",
  ...mark,
  label: name,
  dash: "dashed",
  width: 1.5,
});

/** The exact loss over all inputs, of the trained students and of the flow. */
export function lossPlot(shown: Shown, steps: number): Plot {
  const records = after(shown).filter(({ trained }) => trained.loss > 0);
  const flows = after(shown).flatMap(({ step, flow }) =>
    flow !== null && flow.loss > 0 ? [{ step, loss: flow.loss }] : [],
  );
  const trained: Series = {
    ...{ name: "trained", colour: 0 },
    points: records.map(({ step, trained: { loss } }) => [step, loss]),
    hints: records.map(
      ({ step, trained: { loss }, lossError }) =>
        `trained, step ${step}: loss ${estimateText({ value: loss, error: lossError })}`,
    ),
  };
  const theory: Series = {
    ...{ name: "theory: gradient flow", colour: 1 },
    points: flows.map(({ step, loss }) => [step, loss]),
    hints: flows.map(({ step, loss }) => `theory, step ${step}: loss ${showNumber(loss, DIGITS)}`),
  };
  const heights = [...trained.points, ...theory.points].map(([, loss]) => loss);
  const domain =
    heights.length === 0 ? ([0.1, 1] as const) : ([Math.min(...heights) / 1.3, Math.max(...heights) * 1.3] as const);
  return {
    title: "Loss",
    caption: "Half the mean squared error over all inputs, by its closed form. Vertical line: the step that is shown.",
    ...{ columns: 1, metadata: {} },
    panels: [panelOf(shown, steps, { label: "loss", scale: "log", domain }, [solid(trained), dashed(theory)])],
  };
}

function bestSeries(shown: Shown, j: number, what: "trained" | "flow"): Series {
  const rows = after(shown).flatMap((record) => {
    const state = record[what];
    return state === null ? [] : [{ step: record.step, best: bestStudents(state.angles)[j]! }];
  });
  const name = what === "trained" ? `teacher ${j + 1}` : "theory: gradient flow";
  return {
    ...{ name, colour: j },
    points: rows.map(({ step, best }) => [step, best.correlation]),
    hints: rows.map(
      ({ step, best }) =>
        `teacher ${j + 1}${what === "flow" ? " in theory" : ""}, step ${step}: ${showNumber(best.correlation, DIGITS)} with student ${best.student + 1}`,
    ),
  };
}

/** The correlation of each teacher with its best student. */
export function bestPlot(shown: Shown, steps: number): Plot {
  const count = shown.records[0]!.teacher.W.length;
  const all = Array.from(
    { length: count },
    (_, j) => [bestSeries(shown, j, "trained"), bestSeries(shown, j, "flow")] as const,
  );
  const low = Math.min(0, ...all.flat().flatMap(({ points }) => points.map(([, y]) => y)));
  const threshold: readonly Point[] = [
    [1, MATCHED],
    [steps, MATCHED],
  ];
  return {
    title: "Best student of each teacher",
    caption: `Correlation of the teacher's activation with that of the student that is nearest to it. Dotted: ${MATCHED}, from which on a teacher counts as found.`,
    ...{ columns: 1, metadata: {} },
    panels: [
      panelOf(shown, steps, { label: "correlation", domain: [low, 1.02] }, [
        { kind: "line", colour: "muted", dash: "dotted", width: 1, points: threshold },
        ...all.flatMap(([trained, theory]) => [dashed(theory), solid(trained)]),
      ]),
    ],
  };
}

function learnedSeries(shown: Shown, places: readonly (Place | null)[], j: number, what: "trained" | "flow"): Series {
  const rows = after(shown).flatMap((record) => {
    const state = record[what];
    return state === null ? [] : [{ step: record.step, share: learnedShare(record.teacher, state, places, j) }];
  });
  return {
    ...{ name: what === "trained" ? `teacher ${j + 1}` : "theory: gradient flow", colour: j },
    points: rows.map(({ step, share }) => [step, share]),
    hints: rows.map(
      ({ step, share }) =>
        `teacher ${j + 1}${what === "flow" ? " in theory" : ""}, step ${step}: ${showNumber(share, DIGITS)} of it learned`,
    ),
  };
}

/** What of each teacher its students have taken over. */
export function learnedPlot(shown: Shown, steps: number): Plot {
  const last = shown.records.at(-1)!;
  const places = placesOf(last.trained.angles);
  const all = last.teacher.W.map(
    (_, j) => [learnedSeries(shown, places, j, "trained"), learnedSeries(shown, places, j, "flow")] as const,
  );
  const heights = all.flat().flatMap(({ points }) => points.map(([, y]) => y));
  const domain = [Math.min(-0.05, ...heights), Math.max(1.1, ...heights)] as const;
  return {
    title: "Share of each teacher that is learned",
    caption:
      "The sum of v |w| over the students that end on the boundary of the teacher, along the teacher's own v |w|, as a share of it. Strong teachers are learned first.",
    ...{ columns: 1, metadata: {} },
    panels: [
      panelOf(
        shown,
        steps,
        { label: "share", domain },
        all.flatMap(([trained, theory]) => [dashed(theory), solid(trained)]),
      ),
    ],
  };
}
