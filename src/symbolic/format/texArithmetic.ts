import type { CallExpression, Expression } from "../expression.js";
import { bracket, closedOperand, levels, operand, type Part, type PartOf, type Style, whole } from "./texPart.js";

const isLiteral = (node: Expression) => node.head === "Integer" || node.head === "Number";
const isNumeric = (node: Expression) => isLiteral(node) || (node.head === "Divide" && node.args.every(isLiteral));

/** The terms of nested Adds, which need no brackets among themselves, and of the left of a Subtract. */
function termsOf(node: Expression): readonly (readonly [sign: 1 | -1, term: Expression])[] {
  if (node.head === "Add") return node.args.flatMap(termsOf);
  if (node.head === "Subtract") return [...termsOf(node.args[0]!), [-1, node.args[1]!]];
  return [[1, node]];
}

export function sum(node: Expression, style: Style, at: PartOf): Part {
  const parts = termsOf(node).map(([sign, term]) => ({ sign, part: at(term, style) }));
  const tex = parts.map(({ sign, part }, i) => {
    if (sign === -1) return ` - ${operand(part, levels.slash)}`;
    const text = part.negative ? part.tex : operand(part, levels.sum);
    return i === 0 ? `${part.negative ? "-" : ""}${text}` : ` ${part.negative ? "-" : "+"} ${text}`;
  });
  return { tex: tex.join(""), level: levels.sum, tall: parts.some(({ part }) => part.tall === true) };
}

export function negation(node: Expression, style: Style, at: PartOf): Part {
  const part = at(node, style);
  if (part.indicator) return { tex: part.indicator(), level: levels.atom, negative: true };
  if (!part.negative && part.level >= levels.slash) return { ...part, negative: true };
  return { tex: bracket(whole(part), part.tall), level: levels.atom, negative: true, tall: part.tall === true };
}

const factorsOf = (node: Expression): readonly Expression[] =>
  node.head === "Multiply" ? node.args.flatMap(factorsOf) : [node];

/** Juxtaposed, numbers first; a dot where digits would meet. */
export function product(node: Expression, style: Style, at: PartOf): Part {
  const all = factorsOf(node);
  const factors = [...all.filter(isNumeric), ...all.filter((factor) => !isNumeric(factor))];
  if (style === 2 && factors[0]!.head === "Divide" && isNumeric(factors[0]!)) return slashed(factors, style, at);
  return juxtaposed(factors, style, at);
}

function juxtaposed(factors: readonly Expression[], style: Style, at: PartOf): Part {
  const parts = factors.map((factor) => at(factor, style));
  const texts = parts.map((part, i) => {
    const positive = i === 0 ? { ...part, negative: false } : part;
    const after = parts[i + 1];
    // sin x cos x is clear, sin x y is not
    const follows = after !== undefined && !(part.kind === "operator" && after.kind === "operator" && !after.negative);
    return follows ? closedOperand(positive, levels.product) : operand(positive, levels.product);
  });
  const tex = texts.reduce((left, right, i) => {
    const numbers = isNumeric(factors[i - 1]!) && isNumeric(factors[i]!);
    return `${left}${numbers || /^\d/.test(right) ? " \\cdot " : " "}${right}`;
  });
  const last = parts.at(-1)!;
  const closed = last.closed === undefined ? {} : { closed: bracket(tex, last.tall) };
  return {
    tex,
    level: levels.product,
    negative: parts[0]!.negative === true,
    tall: parts.some((part) => part.tall === true),
    ...closed,
  };
}

/** 1/2 x^2 in small type: x^2/2. */
function slashed([first, ...rest]: readonly Expression[], style: Style, at: PartOf): Part {
  const [p, q] = (first as CallExpression).args.map((arg) => at(arg, style));
  const others = juxtaposed(rest, style, at);
  const one = p!.tex === "1";
  const top = one ? operand(others, levels.product) : `${p!.tex} ${operand(others, levels.product)}`;
  return { tex: `${top}/${operand(q!, levels.power)}`, level: levels.slash, negative: p!.negative === true };
}

/** A built fraction, or with a slash in small type. The sign of the numerator comes first. */
export function fraction([a, b]: readonly Expression[], style: Style, at: PartOf): Part {
  const inside = (node: Expression): Style => (node.head === "Divide" || style > 0 ? 2 : 1);
  if (style === 2) {
    const [top, bottom] = [at(a!, 2), at(b!, 2)];
    const tex = `${closedOperand({ ...top, negative: false }, levels.product)}/${closedOperand(bottom, levels.power)}`;
    return {
      tex,
      level: levels.slash,
      negative: top.negative === true,
      tall: top.tall === true || bottom.tall === true,
    };
  }
  const top = at(a!, inside(a!));
  const tex = `\\frac{${top.indicator ? top.indicator() : top.tex}}{${whole(at(b!, inside(b!)))}}`;
  return { tex, level: levels.application, negative: top.negative === true, tall: true };
}

const isWholePower = (node: Expression) =>
  (node.head === "Integer" && node.value >= 2n) ||
  (node.head === "Number" && Number.isInteger(node.value) && node.value >= 2);

export function power([base, exponent]: readonly Expression[], style: Style, at: PartOf): Part {
  const part = at(base!, style);
  const raised = whole(at(exponent!, 2));
  if (part.raised && !part.negative && isWholePower(exponent!)) return part.raised(raised);
  const tex = `${operand(part, levels.atom)}^{${raised}}`;
  return { tex, level: levels.power, tall: part.tall === true };
}
