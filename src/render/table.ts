/** A sheet as plain text of at most `width` columns. */
import { cellText } from "./cellText.js";
import { alignPoints, columnWidths, fitGrid, type Grid, type GridRow } from "./fitGrid.js";
import { printable } from "./printable.js";
import type { Align, Sheet } from "./sheet.js";
import { wrap } from "./wrap.js";

export interface TableOptions {
  /** Default 100. */
  readonly width?: number;
  /** Rows only: no headings, no notes. */
  readonly quiet?: boolean;
}

/** Each different sentence gets a number when it first occurs. */
class Notes {
  readonly #numbers = new Map<string, number>();

  mark(sentences: readonly string[]): string {
    const marks = sentences.map((sentence) => {
      const known = this.#numbers.get(sentence) ?? this.#numbers.size + 1;
      this.#numbers.set(sentence, known);
      return known;
    });
    return marks.length === 0 ? "" : `[${marks.join(",")}]`;
  }

  lines(width: number): string[] {
    return [...this.#numbers].flatMap(([sentence, mark]) => {
      const label = `[${mark}] `;
      const lines = wrap(printable(sentence), width - label.length);
      return lines.map((line, i) => (i === 0 ? label : " ".repeat(label.length)) + line);
    });
  }
}

function gridOf({ columns, groups }: Sheet): Grid {
  const rowsOf = groups.flatMap((group, i) => group.rows.map((row) => ({ row, group: i })));
  const texts = columns.map(({ align }, j) => {
    const column = rowsOf.map(({ row }) => cellText(row.cells[j]!));
    return align === "decimal" ? alignPoints(column) : column;
  });
  const rows = rowsOf.map(
    ({ row, group }, i): GridRow => ({ cells: texts.map((column) => column[i]!), notes: row.notes ?? [], group }),
  );
  const shown = columns.map(({ title, align, shrinks, hoists, drops }) => ({
    title: title.split("\n"),
    align,
    shrinks: shrinks ?? false,
    hoists: hoists ?? false,
    drops: drops ?? false,
  }));
  return { columns: shown, rows, caption: [], dropped: [] };
}

const pad = (cell: string, width: number, align: Align) =>
  align === "left" ? cell.padEnd(width) : cell.padStart(width);

interface Layout {
  readonly titles: readonly (string | null)[];
  readonly width: number;
  readonly quiet: boolean;
}

function writeRows(grid: Grid, marks: readonly string[], { titles, width, quiet }: Layout): string[] {
  const widths = columnWidths(grid, quiet);
  const line = (cells: readonly string[], mark = "") =>
    [...cells.map((cell, i) => pad(cell, widths[i]!, grid.columns[i]!.align)), mark].join("  ").trimEnd();
  const lines: string[] = [];
  if (!quiet) {
    const height = Math.max(...grid.columns.map(({ title }) => title.length));
    for (let i = 0; i < height; i++)
      lines.push(line(grid.columns.map(({ title }) => title[i - height + title.length] ?? "")));
    lines.push(widths.map((columns) => "─".repeat(columns)).join("  "));
  }
  grid.rows.forEach((row, i) => {
    const title = titles[row.group] ?? null;
    const opens = i === 0 || grid.rows[i - 1]!.group !== row.group;
    if (opens && title !== null && !quiet) lines.push(...(i === 0 ? [] : [""]), ...wrap(printable(title), width));
    lines.push(line(row.cells, marks[i]));
  });
  return lines;
}

/** One line a cell, for tables that no other means brings under the width. */
function writeStacked(grid: Grid, marks: readonly string[], width: number, quiet: boolean): string[] {
  const names = grid.columns.map(({ title }) => title.join(" "));
  const indent = Math.max(...names.map((name) => name.length)) + 2;
  return grid.rows.flatMap((row, i) => {
    const entries = row.cells.map((cell, j) => [names[j]!, cell] as const);
    const all = marks[i] && !quiet ? [...entries, ["notes", marks[i]!] as const] : entries;
    const lines = all.flatMap(([name, cell]) =>
      wrap(cell.trim(), width - indent).map((part, k) => (k === 0 ? name : "").padEnd(indent) + part),
    );
    return i === 0 ? lines : ["", ...lines];
  });
}

export function renderTable(sheet: Sheet, { width = 100, quiet = false }: TableOptions = {}): string {
  const titles = sheet.groups.map(({ title }) => title);
  const notes = new Notes();
  const { grid, stacked } = fitGrid(gridOf(sheet), width, quiet);
  const marks = grid.rows.map((row) => (quiet ? "" : notes.mark(row.notes)));
  const body = stacked ? writeStacked(grid, marks, width, quiet) : writeRows(grid, marks, { titles, width, quiet });
  const tail = quiet
    ? []
    : [...notes.lines(width), ...(sheet.remarks ?? []).flatMap((line) => wrap(printable(line), width))];
  const dropped = `not shown, for width: ${grid.dropped.join(", ")} (--json and --csv have all columns)`;
  const above = grid.dropped.length === 0 ? grid.caption : [...grid.caption, dropped];
  const caption = quiet ? [] : above.flatMap((line) => wrap(line, width));
  return `${[...caption, ...body, ...(tail.length === 0 ? [] : ["", ...tail])].join("\n")}\n`;
}
