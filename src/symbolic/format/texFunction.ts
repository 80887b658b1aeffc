import type { Expression } from "../expression.js";
import { bracket, levels, operand, type Part, type PartOf, type Style, whole } from "./texPart.js";

const least: Readonly<Record<string, number>> = { "+": levels.sum, "*": levels.product, ".": levels.atom };

const marker = /([#$])(\d)([+*.]?)/g;
const group = /(\(|\[|\\lvert)([^()[\]]*?)(\)|\]|\\rvert)/g;

/** A call by its pattern; see `Pattern`. */
export function fill(pattern: string, args: readonly Expression[], style: Style, at: PartOf): Part {
  if (!/[#$]\d/.test(pattern)) return operator(pattern, args, style, at);
  const partOf = (size: string, digit: string) => at(args[Number(digit) - 1]!, size === "#" ? style : 2);
  const isTall = (text: string) => [...text.matchAll(marker)].some(([, size, digit]) => partOf(size!, digit!).tall);
  const grown = pattern.replace(group, (text, open: string, inside: string, close: string, offset: number) => {
    if (!isTall(inside)) return text;
    const applied = offset > 0 && open === "(" ? "\\!" : "";
    return `${applied}\\left${open}${inside}\\right${close}`;
  });
  const tex = grown.replace(marker, (_, size: string, digit: string, sign: string) => {
    const part = partOf(size, digit);
    return sign === "" ? whole(part) : operand(part, least[sign]!);
  });
  const tall = isTall(pattern) || /^\\(sum|int|binom)/.test(pattern);
  // what follows a sum or an integral would be read as part of it
  if (/^\\(sum|int)/.test(pattern)) return { tex, level: levels.product, tall, closed: bracket(tex, tall) };
  return { tex, level: /(\)|\\rvert)$|^\\binom/.test(pattern) ? levels.atom : levels.power, tall };
}

/** \sin x, \sin(x + 1), \sin^{2} x, \max(a, b). */
function operator(name: string, args: readonly Expression[], style: Style, at: PartOf): Part {
  const parts = args.map((arg) => at(arg, style));
  const tall = parts.some((part) => part.tall === true);
  const text = parts.map(whole).join(", ");
  const applied = tall ? `\\!\\left(${text}\\right)` : `(${text})`;
  if (parts.length !== 1) return { tex: `${name}${applied}`, level: levels.atom, tall };
  const [part] = parts;
  const bare = part!.kind !== undefined && part!.kind !== "operator" && !part!.negative && part!.level === levels.atom;
  const make = (own: string): Part => ({
    tex: bare ? `${own} ${text}` : `${own}${applied}`,
    level: levels.application,
    tall,
    kind: "operator",
    closed: `${own}${applied}`,
  });
  return { ...make(name), raised: (exponent) => make(`${name}^{${exponent}}`) };
}
