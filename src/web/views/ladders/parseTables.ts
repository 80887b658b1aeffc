/** Conditional tables as a reader types them. */
import { domainError } from "../../../numeric/domain.js";
import type { LabelTable } from "../../../theory/ladder/ladderFromTables.js";

/** What is in the field before anything is typed. */
export const exampleTables = `image: 0.4 0.6
left | image: 0.9 0.1; 0.2 0.8
right | image: 0.7 0.3; 0.1 0.9
x of left: 0.8 0.2 0; 0.1 0.3 0.6
x of right: 0.6 0.4; 0.1 0.9`;

const MOST_REGIONS = 12;
const MOST_LABELS = 6;
const MOST_ROWS = 64;

const NAME = "[A-Za-z][A-Za-z0-9_]{0,19}";
const label = new RegExp(`^(${NAME})\\s*(?:\\|\\s*(${NAME}(?:\\s*,\\s*${NAME}){0,3}))?$`);
const content = new RegExp(`^x of (${NAME})$`);
const numeral = /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;

const refused = (line: number, found: string, domain: string, remedy: string) =>
  domainError(`line ${line}`, found.length > 40 ? `${found.slice(0, 40)} …` : found, domain, remedy);

function rowsOf(text: string, line: number): number[][] {
  const rows = text.split(";").map((row) => row.trim().split(/[\s,]+/));
  if (rows.length > MOST_ROWS)
    throw refused(line, `${rows.length} rows`, `at most ${MOST_ROWS}`, "Type a smaller table.");
  return rows.map((row) => {
    if (row.length > MOST_LABELS) {
      throw refused(line, `${row.length} numbers in a row`, `at most ${MOST_LABELS}`, "Type a smaller table.");
    }
    return row.map((cell) => {
      if (!numeral.test(cell))
        throw refused(
          line,
          cell === "" ? "an empty row" : cell,
          "probabilities such as 0.25",
          "Separate numbers by spaces, rows by semicolons.",
        );
      return Number(cell);
    });
  });
}

/**
 * A line a table. "image: 0.4 0.6" is P(z) of a region without parents, "left | image: 0.9 0.1; 0.2 0.8" is P(z_left | z_image), a row a label of
 * image, "x of left: ..." is P(x | z) of a region without children. Whether rows sum to 1 and shapes fit is for `ladderFromTables`.
 * @throws TheoryError "domain", with the number of the line.
 */
export function parseTables(text: string): readonly LabelTable[] {
  const tables: { id: string; parents: readonly string[]; table: number[][]; contents?: number[][] }[] = [];
  for (const [k, raw] of text.split("\n").entries()) {
    const [line, number] = [raw.trim(), k + 1];
    if (line === "") continue;
    const [head = "", body] = [
      line.split(":", 1)[0]?.trim(),
      line.includes(":") ? line.slice(line.indexOf(":") + 1) : null,
    ];
    const [isContent, isLabel] = [content.exec(head), label.exec(head)];
    if (body === null || (isContent === null && isLabel === null)) {
      throw refused(
        number,
        line,
        '"name: ...", "name | parent: ..." or "x of name: ..."',
        "Names have letters and digits.",
      );
    }
    if (isContent !== null) {
      const region = tables.find(({ id }) => id === isContent[1]);
      if (region === undefined)
        throw refused(number, isContent[1]!, "a region of a line above", "Type its labels first.");
      region.contents = rowsOf(body, number);
      continue;
    }
    if (tables.length === MOST_REGIONS)
      throw refused(number, isLabel![1]!, `at most ${MOST_REGIONS} regions`, "Type fewer.");
    const parents = (isLabel![2] ?? "").split(",").map((parent) => parent.trim());
    tables.push({ id: isLabel![1]!, parents: parents.filter((parent) => parent !== ""), table: rowsOf(body, number) });
  }
  return tables;
}
