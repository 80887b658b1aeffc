/** The numbers of the view: teachers and students at one step as tables, all steps as CSV. */
import type { CsvTable } from "../../../render/csv.js";
import type { Report } from "../../../render/report.js";
import { type Cell, type Column, number, type Sheet, text } from "../../../render/sheet.js";
import { bestStudents, placesOf } from "./correlation.js";
import { kinkMismatch } from "./learnedShare.js";
import type { MoveRecord, MoveSetting } from "./moveStudentsTask.js";

const DIGITS = 4;
const LEFT = new Set(["boundary", "side"]);

const columnsOf = (titles: readonly string[]): readonly Column[] =>
  titles.map((title) => ({ title, tex: title, align: LEFT.has(title) ? "left" : "decimal" }));

const degrees = (angle: number): number => (180 * angle) / Math.PI;

const lengthOf = (row: readonly number[]): number => Math.hypot(...row);

/** A row a teacher. */
export function teacherSheet(record: MoveRecord): Sheet {
  const { teacher, trained, flow } = record;
  const [best, theory] = [bestStudents(trained.angles), flow === null ? null : bestStudents(flow.angles)];
  const places = placesOf(trained.angles);
  const count = (j: number, side: 1 | -1) =>
    number(places.filter((place) => place?.teacher === j && place.side === side).length);
  return {
    columns: columnsOf([
      "teacher",
      "strength",
      "best student",
      "correlation",
      "in theory",
      "difference",
      "with it",
      "against it",
      "kink missing",
    ]),
    groups: [
      {
        title: null,
        rows: teacher.V.map((fanOut, j) => {
          const [own, predicted] = [best[j]!, theory?.[j]?.correlation ?? null];
          const beside: readonly Cell[] =
            predicted === null ? [null, null] : [number(predicted, DIGITS), number(own.correlation - predicted, 2)];
          return {
            cells: [
              ...[number(j + 1), number(lengthOf(teacher.W[j]!) * lengthOf(fanOut), DIGITS), number(own.student + 1)],
              ...[
                number(own.correlation, DIGITS),
                ...beside,
                count(j, 1),
                count(j, -1),
                number(kinkMismatch(teacher, trained, places, j), 2),
              ],
            ],
          };
        }),
      },
    ],
    remarks: [
      "With it, against it: students on the boundary of the teacher, active on the same side or on the other one. Kink missing: how far sum v_k |w_k| over the students on the teacher's boundary, on either side of it, is from the teacher's own v |w|, as a share of it. It is 0 at a point where the gradient vanishes for all inputs.",
    ],
  };
}

/** A row a student. */
export function studentSheet({ trained, flow }: MoveRecord): Sheet {
  const places = placesOf(trained.angles);
  return {
    columns: columnsOf([
      "student",
      "boundary",
      "side",
      "degrees off",
      "|w|",
      "|v|",
      "|w| in theory",
      "|v| in theory",
      "degrees from theory",
    ]),
    groups: [
      {
        title: null,
        rows: trained.W.map((w, k) => {
          const place = places[k]!;
          const apart = trained.angles[k]!.map((angle) => Math.min(angle, Math.PI - angle));
          const near = place?.teacher ?? apart.indexOf(Math.min(...apart));
          const side = place === null ? null : text(place.side > 0 ? "same" : "other");
          const sizes = [trained.norms[k]!, trained.fanOut[k]!].map((size) => number(size, DIGITS));
          const theory =
            flow === null
              ? [null, null, null]
              : [
                  number(flow.norms[k]!, DIGITS),
                  number(flow.fanOut[k]!, DIGITS),
                  number(degrees(turned(w, flow.W[k]!)), 2),
                ];
          return {
            cells: [
              number(k + 1),
              text(`${place === null ? "near" : "on"} ${near + 1}`),
              side,
              number(degrees(apart[near]!), DIGITS),
              ...sizes,
              ...theory,
            ],
          };
        }),
      },
    ],
    remarks: [
      "Boundary: of which teacher it is the nearest, and whether the student is on it: nearer than a correlation of 0.95. Side: whether both are active on the same side of it.",
    ],
  };
}

/** The angle of two vectors of the plane, in [0, pi]. */
const turned = ([a, b]: readonly number[], [c, d]: readonly number[]): number =>
  Math.abs(Math.atan2(a! * d! - b! * c!, a! * c! + b! * d!));

/** The largest difference of a weight, in either layer; null without theory. */
export function farthest({ trained, flow }: MoveRecord): number | null {
  if (flow === null) return null;
  const gap = (a: readonly (readonly number[])[], b: typeof a) =>
    Math.max(...a.map((row, k) => Math.max(...row.map((entry, i) => Math.abs(entry - b[k]![i]!)))));
  return Math.max(gap(trained.W, flow.W), gap(trained.V, flow.V));
}

const csvOf = (records: readonly MoveRecord[]): CsvTable => ({
  header: ["step", "student", "w1", "w2", "norm_v", "loss", "flow_w1", "flow_w2", "flow_norm_v", "flow_loss"],
  rows: records.flatMap(({ step, trained, flow }) =>
    trained.W.map((w, k) => [
      ...[step, k + 1, w[0]!, w[1]!, trained.fanOut[k]!, trained.loss],
      ...(flow === null ? [null, null, null, null] : [flow.W[k]![0]!, flow.W[k]![1]!, flow.fanOut[k]!, flow.loss]),
    ]),
  ),
});

export const teachersReport = (records: readonly MoveRecord[], at: number, setting: MoveSetting): Report => ({
  sheet: () => teacherSheet(records[at]!),
  csv: () => csvOf(records),
  json: () => ({ setting, teacher: records[0]!.teacher, records: records.map(({ teacher: _, ...record }) => record) }),
});
