/** A sheet as a booktabs tabular; values carry their error in parentheses, in units of the last digit. */
import type { Estimate } from "../numeric/estimate.js";
import { oneDigit, showNumber } from "./number.js";
import { printable } from "./printable.js";
import type { Cell, Column, Row, Sheet } from "./sheet.js";

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "–": "--",
  "∞": "$\\infty$",
  "·": "\\textperiodcentered{}",
};

export function escapeTex(text: string): string {
  return printable(text).replace(/[\\{}$&#^_%~<>|–∞·]/g, (character) => special[character] ?? `\\${character}`);
}

/** 1.2e-7 as 1.2\times10^{-7}, inside math. */
function math(text: string): string {
  const [digits, exponent] = text.replace("∞", "\\infty").split("e");
  return exponent === undefined ? digits! : `${digits}\\times10^{${exponent}}`;
}

const MOST_DIGITS = 16;

/** 1.3585481254113(3): all digits down to the error's first; where `digits` are fewer, those alone. */
export function texValue({ value, error }: Pick<Estimate, "value" | "error">, digits = MOST_DIGITS): string {
  if (!Number.isFinite(value)) return `$${math(showNumber(value))}$`;
  if (!Number.isFinite(error)) return "unknown";
  if (error === 0) return `$${math(showNumber(value, digits))}$`;
  const swallowed = Math.abs(value) <= error;
  const { digit, exponent } = oneDigit(swallowed ? error + Math.abs(value) : error);
  if (swallowed) return `$0 \\pm ${math(exponent === 0 ? String(digit) : `${digit}e${exponent}`)}$`;
  const leading = Number(value.toExponential().split("e")[1]);
  const last = Math.min(leading, Math.max(exponent, leading - digits + 1));
  const unit = last > exponent ? (digits < MOST_DIGITS ? "" : "(1)") : `(${digit * 10 ** (exponent - last)})`;
  const [mantissa, power] = value
    .toPrecision(leading - last + 1)
    .replace("e+", "e")
    .split("e");
  return `$${mantissa}${unit}${power === undefined ? "" : `\\times10^{${power}}`}$`;
}

function texCell(cell: Cell): string {
  if (cell === null) return "--";
  switch (cell.kind) {
    case "text":
      return escapeTex(cell.text);
    case "code":
      return `\\texttt{${escapeTex(cell.text)}}`;
    case "number":
      return `$${math(showNumber(cell.value, cell.digits))}$`;
    case "value":
      return texValue(cell.estimate, cell.digits);
    case "error":
      return "";
  }
}

function texRow({ cells }: Row, columns: readonly Column[]): string {
  return `${cells
    .filter((_, i) => columns[i]!.tex !== null)
    .map(texCell)
    .join(" & ")} \\\\`;
}

export function renderLatex({ columns, groups, remarks = [] }: Sheet): string {
  const kept = columns.filter(({ tex }) => tex !== null);
  const rows = groups.flatMap(({ title, rows }, i) => {
    const heading = title === null ? [] : [`\\multicolumn{${kept.length}}{l}{${escapeTex(title)}} \\\\`];
    return [...(i > 0 && title !== null ? ["\\midrule"] : []), ...heading, ...rows.map((row) => texRow(row, columns))];
  });
  const sentences = new Set([...groups.flatMap(({ rows }) => rows.flatMap(({ notes = [] }) => notes)), ...remarks]);
  return `${[
    "% needs \\usepackage{booktabs}",
    ...[...sentences].map((sentence) => `% ${printable(sentence)}`),
    `\\begin{tabular}{${kept.map(({ align }) => (align === "left" ? "l" : "r")).join("")}}`,
    "\\toprule",
    `${kept.map(({ tex }) => tex).join(" & ")} \\\\`,
    "\\midrule",
    ...rows,
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n")}\n`;
}
