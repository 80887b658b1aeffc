/** Students on their way in the plane. */
import type { Mark, Plot, Point } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";
import type { PopulationState } from "../../../theory/alignment/population/observePopulation.js";
import { type Place, placesOf } from "./correlation.js";
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
