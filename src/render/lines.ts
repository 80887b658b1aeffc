import { printable } from "./printable.js";
import { wrap } from "./wrap.js";

const WIDTH = 100;

const after = (label: string, lines: readonly string[], further = "") =>
  lines.map((line, i) => (i === 0 ? label : " ".repeat(label.length) + further) + line);

/** Lines of a formula that go on are further in. */
const HANGING = "  ";

/** Words in lines of at most 100 columns, the first line after `label` and the others as far in. */
export const sentenceLines = (text: string, label = ""): readonly string[] =>
  after(label, wrap(printable(text), WIDTH - label.length));

/** Before + and - between spaces, after * and / and commas, after the sign of a relation. */
const isBreak = (text: string, at: number) =>
  /^ [-+] /.test(text.slice(at, at + 3)) || /([*/]|, | !?[=<>]=? )$/.test(text.slice(Math.max(0, at - 4), at));

/** Where the first line of the text ends: the least nested break of its second half, + and - before * and /; else any, else its width. */
function breakPlace(text: string, width: number): number {
  let [level, best, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (let at = 1; at <= width; at++) {
    if (text[at - 1] === "(") level += 1;
    if (text[at - 1] === ")") level -= 1;
    const cost = level + (/[*/]/.test(text[at - 1]!) ? 0.5 : 0) + (2 * at < width ? width : 0);
    if (isBreak(text, at) && cost <= least) [best, least] = [at, cost];
  }
  return best === 0 ? width : best;
}

/** A formula in lines of at most 100 columns: the lines together are the formula again. Only a longer number is cut. */
export function formulaLines(text: string, label = ""): readonly string[] {
  const width = WIDTH - label.length - HANGING.length;
  const lines: string[] = [];
  let rest = printable(text);
  while (rest.length > width) {
    const at = breakPlace(rest, width);
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return after(label, [...lines, rest], HANGING);
}
