/** Numbers that a reader has pasted, row by row. */

export type ParsedMatrix =
  | { readonly rows: readonly (readonly number[])[]; readonly problem: null }
  | { readonly rows: null; readonly problem: string };

export const LARGEST_BATCH = 64;
export const SMALLEST_BATCH = 4;
const MAX_COLUMNS = 1024;
const MAX_TEXT = 1_000_000;
const MAX_VALUE = 1e12;

const numeral = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

const shown = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)} …` : text);

function numberOf(cell: string): number | null {
  const value = numeral.test(cell) ? Number(cell) : Number.NaN;
  return Math.abs(value) <= MAX_VALUE ? value : null;
}

/** Rows end with a line or a semicolon, numbers with spaces, tabs or commas. The problem is a sentence. */
export function parseMatrix(text: string): ParsedMatrix {
  const fail = (problem: string): ParsedMatrix => ({ rows: null, problem });
  if (text.length > MAX_TEXT) return fail(`The text is longer than ${MAX_TEXT} characters: paste fewer numbers.`);
  const lines = text.split(/[\n;]/).map((line) => line.trim());
  const rows: number[][] = [];
  for (const [k, line] of lines.entries()) {
    if (line === "") continue;
    const cells = line.split(/[\s,]+/).filter((cell) => cell !== "");
    if (rows.length === LARGEST_BATCH)
      return fail(`There are more than ${LARGEST_BATCH} rows: a batch here has at most so many.`);
    if (cells.length > MAX_COLUMNS)
      return fail(`Row ${k + 1} has ${cells.length} numbers: at most ${MAX_COLUMNS} are read.`);
    const row: number[] = [];
    for (const cell of cells) {
      const value = numberOf(cell);
      if (value === null) {
        return fail(`Row ${k + 1}: "${shown(cell)}" is not a number from -1e12 to 1e12. Write 0.5 or 1e-3.`);
      }
      row.push(value);
    }
    const first = rows[0]?.length ?? row.length;
    if (row.length !== first) return fail(`Row ${k + 1} has ${row.length} numbers, the first one has ${first}.`);
    rows.push(row);
  }
  if (rows.length < SMALLEST_BATCH) {
    return fail(
      `There ${rows.length === 1 ? "is 1 row" : `are ${rows.length} rows`}: paste at least ${SMALLEST_BATCH}, one a sample.`,
    );
  }
  return { rows, problem: null };
}
