import { printable } from "./printable.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

const after = (label: string, lines: readonly string[]) =>
  lines.map((line, i) => (i === 0 ? label : " ".repeat(label.length)) + line);

/** Words in lines of at most 100 columns, the first line after `label` and the others as far in. */
export const sentenceLines = (text: string, label = ""): readonly string[] =>
  after(label, wrap(printable(text), WIDTH - label.length));

/** Where a formula may go on in the next line: at spaces, and behind operators, commas and opening parentheses. */
const breaks = /(?<=[ */,(^])/;

/** A formula in lines of at most 100 columns: the lines together are the formula again. Only a longer number is cut. */
export function formulaLines(text: string, label = ""): readonly string[] {
  const width = WIDTH - label.length;
  const lines: string[] = [];
  let line = "";
  for (const piece of printable(text).split(breaks)) {
    let rest = piece;
    if ((line + rest).trimEnd().length <= width) {
      line += rest;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    for (; rest.trimEnd().length > width; rest = rest.slice(width)) lines.push(rest.slice(0, width));
    line = rest;
  }
  return after(label, line === "" ? lines : [...lines, line.trimEnd()]);
}
