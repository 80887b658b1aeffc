import { domainError } from "../../numeric/domain.js";
import type { Estimate } from "../../numeric/estimate.js";
import { escapeTex, renderLatex } from "../latex.js";
import { type Cell, type Column, error, number, type Sheet, text, value } from "../sheet.js";
import { renderTable } from "../table.js";
import { type Display, displayOf } from "./display.js";
import { htmlTable } from "./htmlTable.js";

/** Words, a number without an error, a number with one, or nothing. */
export type DisplayCell = string | number | null | Estimate;

export interface DisplayTableOptions {
  /** Above the table. */
  readonly caption?: string;
}

const MOST_ROWS = 10_000;
const MOST_COLUMNS = 100;

type DisplayRow = Readonly<Record<string, DisplayCell>>;

const isEstimate = (cell: unknown): cell is Estimate =>
  typeof cell === "object" && cell !== null && "value" in cell && "error" in cell;

function assertCell(key: string, cell: unknown): void {
  if (cell === null || cell === undefined || typeof cell === "string") return;
  const numbers = isEstimate(cell) ? [cell.value, cell.error] : [cell];
  const fine = numbers.every((entry) => typeof entry === "number" && !Number.isNaN(entry));
  if (fine && !(isEstimate(cell) && cell.error < 0)) return;
  const shown = isEstimate(cell) ? `${cell.value} ± ${cell.error}` : cell;
  throw domainError(
    key,
    shown,
    "text, a number, an estimate with an error of at least 0, or null",
    "Pass one of them.",
  );
}

/** The names of all columns, in the order in which they first occur. */
function namesOf(rows: readonly DisplayRow[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (rows.length < 1 || rows.length > MOST_ROWS)
    throw domainError("rows", `${rows.length} rows`, `1 to ${MOST_ROWS}`, "Show a part of them.");
  if (names.length < 1 || names.length > MOST_COLUMNS)
    throw domainError("rows", `${names.length} columns`, `1 to ${MOST_COLUMNS}`, "Show a part of them.");
  return names;
}

function cellOf(cell: DisplayCell): Cell {
  if (cell === null) return null;
  if (typeof cell === "string") return text(cell);
  return typeof cell === "number" ? number(cell) : value(cell);
}

/** One column a name, and one for the errors of names that have some. */
function sheetOf(rows: readonly DisplayRow[]): Sheet {
  const parts = namesOf(rows).map((name) => {
    const cells = rows.map((row) => (Object.hasOwn(row, name) ? (row[name] ?? null) : null));
    for (const cell of cells) assertCell(name, cell);
    const words = cells.every((cell) => cell === null || typeof cell === "string");
    const own: Column = { title: name, tex: escapeTex(name), align: words ? "left" : "decimal" };
    const errors: Column = { title: "± error", tex: null, align: "right" };
    return cells.some(isEstimate)
      ? { columns: [own, errors], cells: cells.map((cell) => [cellOf(cell), isEstimate(cell) ? error(cell) : null]) }
      : { columns: [own], cells: cells.map((cell) => [cellOf(cell)]) };
  });
  return {
    columns: parts.flatMap(({ columns }) => columns),
    groups: [{ title: null, rows: rows.map((_, k) => ({ cells: parts.flatMap(({ cells }) => cells[k]!) })) }],
  };
}

/**
 * Rows with named entries as a table for a notebook or a page: "text/html", "text/latex" (a booktabs tabular) and "text/plain". Estimates are
 * shown with the digits that their errors leave standing, beside those errors. Names that a row does not have are empty there.
 *
 * @throws TheoryError for no rows, more than 10000 rows or 100 columns, NaN, negative errors, and entries that are none of the kinds above.
 */
export function displayTable(rows: readonly DisplayRow[], { caption }: DisplayTableOptions = {}): Display {
  const sheet = sheetOf(rows);
  const plain = renderTable(sheet);
  return displayOf({
    "text/html": htmlTable(sheet, caption),
    "text/latex": renderLatex(sheet),
    "text/plain": caption === undefined ? plain : `${caption}\n${plain}`,
  });
}
