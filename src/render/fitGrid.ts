/** Bringing a table under a width: by saying once what all rows share, by cutting long texts short, at last by stacking. */
import type { Align } from "./sheet.js";

export interface GridColumn {
  readonly title: readonly string[];
  readonly align: Align;
  readonly shrinks: boolean;
  readonly hoists: boolean;
  readonly drops: boolean;
}

export interface GridRow {
  readonly cells: readonly string[];
  readonly notes: readonly string[];
  readonly group: number;
}

export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Lines above the table. */
  readonly caption: readonly string[];
  /** Headings of columns that were left out. */
  readonly dropped: readonly string[];
}

const GAP = 2;
const LEAST_TEXT = 16;
const GOOD_TEXT = 28;

const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0);

const isNumber = (text: string) => /^[-\d∞–]/.test(text);

/** Numbers padded so that their points stand in one column; words are left alone. */
export function alignPoints(texts: readonly string[]): string[] {
  const parts = texts.map((text) => {
    const point = text.search(/[.e]/);
    return isNumber(text) && point >= 0 ? [text.slice(0, point), text.slice(point)] : [text, ""];
  });
  const numbers = parts.filter((_, i) => isNumber(texts[i]!));
  const [before, after] = [0, 1].map((side) => longest(numbers.map((part) => part[side]!)));
  return parts.map(([whole, rest], i) =>
    isNumber(texts[i]!) ? whole!.padStart(before!) + rest!.padEnd(after!) : whole!,
  );
}

export function columnWidths({ columns, rows }: Grid, quiet: boolean): number[] {
  return columns.map(({ title }, i) =>
    Math.max(quiet ? 0 : longest(title), longest(rows.map(({ cells }) => cells[i]!))),
  );
}

/** Of the table as it will be written, with room for references to notes of up to three digits. */
function widthOf(grid: Grid, quiet: boolean): number {
  const notes = quiet ? 0 : grid.rows.reduce((most, row) => Math.max(most, row.notes.length), 0);
  const marks = notes === 0 ? 0 : GAP + 1 + 4 * notes;
  const widths = columnWidths(grid, quiet);
  return widths.reduce((sum, width) => sum + width, GAP * (widths.length - 1) + marks);
}

const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

function removeColumn(grid: Grid, index: number): Grid {
  const rows = grid.rows.map((row) => ({ ...row, cells: without(row.cells, index) }));
  return { ...grid, columns: without(grid.columns, index), rows };
}

/** The last column that all rows share, said once above the table; null where there is none. */
function hoistOne(grid: Grid): Grid | null {
  const shared = grid.columns.map(
    // a single row shares everything: there only what may be long is worth a line of its own
    ({ hoists, shrinks }, i) =>
      hoists &&
      (shrinks || grid.rows.length > 1) &&
      grid.rows.every(({ cells }) => cells[i] === grid.rows[0]!.cells[i]),
  );
  const index = shared.lastIndexOf(true);
  if (index < 0) return null;
  const said = `${grid.columns[index]!.title.join(" ")}: ${grid.rows[0]!.cells[index]!.trim()}`;
  return { ...removeColumn(grid, index), caption: [...grid.caption, said] };
}

/** Without the first column that may go; null where there is none, or where stacking is no longer than the table. */
function dropOne(grid: Grid): Grid | null {
  const index = grid.columns.findIndex(({ drops }) => drops);
  if (index < 0 || grid.rows.length < 3) return null;
  return { ...removeColumn(grid, index), dropped: [...grid.dropped, grid.columns[index]!.title.join(" ")] };
}

/** Texts longer than `limit` are cut, and given in full in a note. */
function shrink(grid: Grid, limit: number): Grid {
  const rows = grid.rows.map((row) => {
    const notes = [...row.notes];
    const cells = row.cells.map((cell, i) => {
      if (!grid.columns[i]!.shrinks || cell.length <= limit) return cell;
      notes.unshift(`In full: ${cell}`);
      return `${cell.slice(0, limit - 1)}…`;
    });
    return { ...row, cells, notes };
  });
  return { ...grid, rows };
}

/** The table with its texts as long as the width allows, but at least `least`. */
function shrinkToFit(grid: Grid, width: number, least: number, quiet: boolean): Grid {
  if (widthOf(grid, quiet) <= width) return grid;
  const spare = width - widthOf(shrink(grid, least), quiet);
  return shrink(grid, least + Math.max(0, spare));
}

/** The fullest form of the table that fits; `stacked` when none does. */
export function fitGrid(grid: Grid, width: number, quiet: boolean): { grid: Grid; stacked: boolean } {
  const bases = [grid];
  // without headings nothing says what was hoisted or dropped
  const steps = quiet ? [] : [hoistOne, dropOne];
  for (const step of steps) {
    for (let next = step(bases.at(-1)!); next !== null; next = step(next)) bases.push(next);
  }
  const candidates = [...bases.map((base) => [base, GOOD_TEXT] as const), [bases.at(-1)!, LEAST_TEXT] as const];
  for (const [base, least] of candidates) {
    const candidate = shrinkToFit(base, width, least, quiet);
    if (widthOf(candidate, quiet) <= width) return { grid: candidate, stacked: false };
  }
  return { grid, stacked: true };
}
