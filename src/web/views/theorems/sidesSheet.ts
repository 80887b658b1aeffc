/** Both ways of a check at a point, as a table, a sentence and rows of CSV. */
import { showError, showNumber, showValue } from "../../../render/number.js";
import type { Report } from "../../../render/report.js";
import { type Column, type Row, type Sheet, text } from "../../../render/sheet.js";
import type { ComparedValue } from "../../../verification/twoSides.js";
import type { PointSides, PointValue } from "./sides.js";

/** All that a double has and a reader compares. */
const DIGITS = 15;
const FEW = 3;

const right = (title: string): Column => ({ title, tex: title, align: "right" });

const columns: readonly Column[] = [
  ...["entry", "left", "± error", "right", "± error", "difference", "allowed"].map(right),
];

/** "exact" would say too much: what has no error of its own is a rounded double. */
const errorText = (side: ComparedValue["left"]) => (side.error === 0 ? "–" : showError(side));

const small = (x: number) => (x === 0 ? "0" : Number.isFinite(x) ? showNumber(x, FEW) : "∞");

const row = (values: readonly ComparedValue[], entry: number): Row => {
  const { left, right, difference, allowed } = values[entry]!;
  return {
    cells: [
      String(entry + 1),
      showValue(left, DIGITS),
      errorText(left),
      showValue(right, DIGITS),
      errorText(right),
      small(difference),
      small(allowed),
    ].map(text),
  };
};

const rowsOf = (values: readonly ComparedValue[]): readonly Row[] => values.map((_, entry) => row(values, entry));

/** All entries that are kept, or the one that is nearest to failing alone. */
export function sidesSheet({ values, worst }: PointSides, all: boolean): Sheet {
  const rows = rowsOf(values);
  if (rows.length > 1) return { columns, groups: [{ title: null, rows: all ? rows : rows.slice(worst, worst + 1) }] };
  // one number has no place in a list
  const single = rows.map(({ cells }) => ({ cells: cells.slice(1) }));
  return { columns: columns.slice(1), groups: [{ title: null, rows: single }] };
}

const verbs: Readonly<Record<string, string>> = {
  "=": "are equal",
  "<=": "stand in this order",
  "<": "stand in this order",
};

/** What the comparison says. */
export function sidesSentence({ outcome, says, ratio, sign }: PointSides): string {
  switch (outcome) {
    case "agree": {
      if (ratio === null || ratio < 0) return `They ${verbs[sign]}, by more than what is allowed.`;
      const part = ratio < 1e-3 ? "less than a thousandth" : `${showNumber(ratio, 2)}`;
      return `They ${verbs[sign]}: the difference is ${part} of what is allowed.`;
    }
    case "differ":
      return "They differ by more than what is allowed: this point refutes the claim.";
    case "skip":
      return `A way does not apply at this point: ${says}`;
    case "unevaluable":
      return `There is no comparison: ${says}.`;
    default:
      return `No verdict: ${says}.`;
  }
}

/** "1e-9 relative: rounding of ...". */
export const toleranceText = ({ tolerance: { unit, limit, why } }: PointSides): string =>
  limit === 0
    ? `Allowed are the errors alone (${why}).`
    : `Allowed are the errors and ${limit} ${unit === "rel" ? "of the larger side" : "absolute"} (${why}).`;

const header = [
  ...["check", "outcome", "entry", "left_way", "left", "left_error", "relation"],
  ...["right_way", "right", "right_error", "difference", "allowed", "says"],
];

/** The point and both ways of all checks there. */
export function sidesReport(id: string, point: readonly PointValue[], sides: readonly PointSides[]): Report {
  return {
    sheet: () => ({
      columns,
      groups: sides.map(({ left, sign, right, values }) => ({
        title: `${left.name} ${sign} ${right.name}`,
        rows: rowsOf(values),
      })),
    }),
    csv: () => ({
      header,
      rows: sides.flatMap(({ check, outcome, left, right, sign, values, says }) =>
        values.length === 0
          ? [[check + 1, outcome, null, left.name, null, null, sign, right.name, null, null, null, null, says]]
          : values.map((value, entry) => [
              ...[check + 1, outcome, entry + 1, left.name, value.left.value, value.left.error, sign],
              ...[right.name, value.right.value, value.right.error, value.difference, value.allowed, says],
            ]),
      ),
    }),
    json: () => ({
      id,
      point: Object.fromEntries(point.map(({ name, text }) => [name, text])),
      checks: sides,
    }),
  };
}
