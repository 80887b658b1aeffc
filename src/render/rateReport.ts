/** `theoria rate`: one row a network. */

import type { RateResult } from "../theory/batchnorm/results/networkResult.js";
import type { CsvTable } from "./csv.js";
import { groupsText, kindText } from "./dynamicsReport.js";
import { parameterColumns, parameterFields, parameterHeader } from "./parameters.js";
import type { Report } from "./report.js";
import { type Cell, type Column, error, number, type Row, type Sheet, text, value } from "./sheet.js";

const depthColumn: Column = { title: "depth\nscale", tex: "depth scale", align: "decimal", drops: true };

const columns: readonly Column[] = [
  { title: "rate", tex: "rate", align: "decimal" },
  { title: "± error", tex: null, align: "right" },
  depthColumn,
  { title: "trainable\ndepth", tex: "trainable depth", align: "decimal" },
  { title: "stability", tex: "stability", align: "left", hoists: true },
  { title: "method", tex: "method", align: "left", hoists: true, drops: true },
];

const confirmColumns: readonly Column[] = [
  { title: "second\nmethod", tex: "second method", align: "left", hoists: true, drops: true },
  { title: "differs\nby", tex: "differs by", align: "right" },
];

const reachedColumns: readonly Column[] = [
  { title: "goes to\ngroups of", tex: "goes to groups of", align: "left" },
  { title: "rate\nthere", tex: "rate there", align: "decimal" },
];

const isReached = (results: readonly RateResult[]) => results.some((result) => result.reached !== undefined);

export const isConfirmed = (results: readonly RateResult[]) =>
  results.some(({ confirmation }) => confirmation !== undefined);

/** The network's own notes, and what went wrong in computing it. */
export function notesOf(result: RateResult): string[] {
  // one note where a network leaves BSB1: each mark in a table takes room
  const { reached } = result;
  const notes = reached === undefined ? [...result.notes] : [[...result.notes, ...reached.notes].join(" ")];
  if (!result.rate.converged)
    notes.push("The error is above the tolerance: the value is the best that this method has.");
  const { confirmation } = result;
  if (confirmation === null) notes.push("No second method applies here.");
  if (confirmation?.agrees === false) {
    notes.push(
      "The two methods differ by more than their errors: at least one of the errors is wrong. Please report it.",
    );
  }
  return notes;
}

function reachedCells({ reached }: RateResult): Cell[] {
  if (reached === undefined) return [null, null];
  const place = reached.kind === "bsb2" ? groupsText(reached.blocks) : kindText(reached.kind);
  return [text(place), value(reached.rate, 8)];
}

interface Shown {
  readonly confirmed: boolean;
  readonly reached: boolean;
}

function row(result: RateResult, parameters: readonly Cell[], shown: Shown): Row {
  const { rate, depthScale, trainableDepth, stability, confirmation } = result;
  const second = confirmation ? [text(confirmation.method), number(confirmation.disagreement, 1)] : [null, null];
  const cells = [
    ...parameters,
    value(rate),
    error(rate),
    ...(shown.reached ? [] : [value(depthScale, 7)]),
    value({ ...depthScale, value: trainableDepth, error: 16 * depthScale.error }, 5),
    text(stability.verdict),
    text(rate.method),
    ...(shown.reached ? reachedCells(result) : []),
    ...(shown.confirmed ? second : []),
  ];
  return { cells, notes: notesOf(result) };
}

function sheet(results: readonly RateResult[]): Sheet {
  const parameters = parameterColumns(results);
  const shown = { confirmed: isConfirmed(results), reached: isReached(results) };
  const extra = [...(shown.reached ? reachedColumns : []), ...(shown.confirmed ? confirmColumns : [])];
  return {
    // two rates need the room of the depth scale, a sixteenth of the trainable depth
    columns: [...parameters.columns, ...columns.filter((column) => !shown.reached || column !== depthColumn), ...extra],
    groups: [{ title: null, rows: results.map((result) => row(result, parameters.cells(result), shown)) }],
  };
}

export const confirmHeader = ["second_method", "second_rate", "second_rate_error", "disagreement", "agrees"];

export function confirmFields({ confirmation }: RateResult) {
  if (!confirmation) return confirmHeader.map(() => null);
  const { method, rate, disagreement, agrees } = confirmation;
  return [method, rate.value, rate.error, disagreement, agrees];
}

export const rateHeader = [
  ...parameterHeader,
  ...["rate", "rate_error", "depth_scale", "depth_scale_error", "trainable_depth"],
  ...["stability", "forward_max", "forward_max_error", "method", "evals", "converged"],
];

export function rateFields(result: RateResult) {
  const { rate, depthScale, trainableDepth, stability } = result;
  return [
    ...parameterFields(result),
    ...[rate.value, rate.error, depthScale.value, depthScale.error, trainableDepth],
    ...[stability.verdict, stability.forwardMax.value, stability.forwardMax.error],
    ...[rate.method, rate.evals, rate.converged],
  ];
}

const reachedHeader = ["reached", "reached_groups", "reached_rate", "reached_rate_error"];

const reachedFields = ({ reached }: RateResult) =>
  reached === undefined
    ? reachedHeader.map(() => null)
    : [reached.kind, reached.blocks.join("+"), reached.rate?.value ?? null, reached.rate?.error ?? null];

function csv(results: readonly RateResult[]): CsvTable {
  const confirmed = isConfirmed(results);
  const left = isReached(results);
  return {
    header: [...rateHeader, ...(left ? reachedHeader : []), ...(confirmed ? confirmHeader : []), "notes"],
    rows: results.map((result) => [
      ...rateFields(result),
      ...(left ? reachedFields(result) : []),
      ...(confirmed ? confirmFields(result) : []),
      notesOf(result).join(" "),
    ]),
  };
}

export function rateReport(results: readonly RateResult[]): Report {
  return { sheet: () => sheet(results), csv: () => csv(results), json: () => ({ results }) };
}
