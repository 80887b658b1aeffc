import { type CallExpression, comparisonHeads, type Expression, fold, isCall } from "../expression.js";
import type { Pattern } from "../heads/notation.js";
import { heads } from "../heads.js";
import type { NumberSet, Proposition, Relation } from "../proposition.js";
import { fraction, negation, power, product, sum } from "./texArithmetic.js";
import { fill } from "./texFunction.js";
import { bracket, levels, operand, type Part, type PartOf, type Style, whole } from "./texPart.js";
import { texSymbol } from "./texSymbol.js";

/** Shortest decimals; 1.5e-7 as 1.5 \times 10^{-7}. The doubles nearest to pi and e are those constants. */
function literal(value: number | bigint): Part {
  const negative = value < 0 || Object.is(value, -0);
  const magnitude = String(negative ? -value : value);
  if (value === Math.PI) return { tex: "\\pi", level: levels.atom, kind: "symbol" };
  if (value === Math.E) return { tex: "e", level: levels.atom, kind: "symbol" };
  if (magnitude === "Infinity") return { tex: "\\infty", level: levels.atom, kind: "symbol", negative };
  if (magnitude === "NaN") return { tex: "\\mathrm{NaN}", level: levels.atom, kind: "symbol" };
  const [digits, exponent] = magnitude.replace("e+", "e").split("e");
  if (exponent === undefined) return { tex: digits!, level: levels.atom, kind: "number", negative };
  return { tex: `${digits} \\times 10^{${exponent}}`, level: levels.product, kind: "number", negative };
}

const isStatement = (node: Expression) =>
  (comparisonHeads as readonly string[]).includes(node.head) || ["And", "Or", "Not"].includes(node.head);

/** A statement as it stands; a number is one where it is not 0. */
function statement(node: Expression, style: Style, at: PartOf): Part {
  const part = at(node, style);
  if (isStatement(node)) return part;
  return { ...part, tex: `${operand(part, levels.sum)} \\ne 0`, level: levels.relation };
}

const joined = ({ tex, level, tall }: Part, least: number) => (level < least ? bracket(tex, tall) : tex);

/** Comparisons, and, or, not. Where a number is expected, the indicator of the statement. */
function connective(node: CallExpression, sign: string, style: Style, at: PartOf): Part {
  const indicator = () => `\\mathbf{1}_{${at(node, 2).tex}}`;
  if (node.head === "Not") {
    const inner = statement(node.args[0]!, style, at);
    return {
      tex: `${sign} ${bracket(inner.tex, inner.tall)}`,
      level: levels.relation,
      tall: inner.tall === true,
      indicator,
    };
  }
  const logical = node.head === "And" || node.head === "Or";
  const level = node.head === "And" ? levels.and : node.head === "Or" ? levels.or : levels.relation;
  const parts = node.args.map((arg) => (logical ? statement(arg, style, at) : at(arg, style)));
  const texts = parts.map((part) =>
    logical ? joined(part, level) : part.negative ? whole(part) : operand(part, levels.sum),
  );
  return { tex: texts.join(` ${sign} `), level, tall: parts.some((part) => part.tall === true), indicator };
}

/** One row a branch; an `otherwise` that is a conditional gives more rows. */
function cases(node: CallExpression, style: Style, at: PartOf): Part {
  const rows: string[] = [];
  let rest: Expression = node;
  while (rest.head === "Conditional") {
    const [test, value, otherwise]: readonly Expression[] = rest.args;
    rows.push(`${whole(at(value!, style))} & \\text{if } ${statement(test!, style, at).tex},`);
    rest = otherwise!;
  }
  rows.push(`${whole(at(rest, style))} & \\text{otherwise}`);
  return { tex: `\\begin{cases} ${rows.join(" \\\\ ")} \\end{cases}`, level: levels.cases, tall: true };
}

function written(pattern: Pattern, args: readonly Expression[], style: Style, at: PartOf): Part {
  const chosen = typeof pattern === "function" ? pattern(...args) : pattern;
  if (typeof chosen === "string") return fill(chosen, args, style, at);
  if ("head" in chosen) {
    const part = at(chosen, style);
    return part.indicator ? { tex: part.indicator(), level: levels.power } : part;
  }
  const [own, ...others] = chosen;
  return fill(own, others, style, at);
}

function compose(node: CallExpression, style: Style, at: PartOf): Part {
  const { notation } = heads[node.head];
  switch (node.head) {
    case "Add":
    case "Subtract":
      return sum(node, style, at);
    case "Multiply":
      return product(node, style, at);
    case "Divide":
      return fraction(node.args, style, at);
    case "Power":
      return power(node.args, style, at);
    case "Negate":
      return negation(node.args[0]!, style, at);
    case "Conditional":
      return cases(node, style, at);
  }
  if (notation.form === "constant") return { tex: notation.tex, level: levels.atom, kind: "symbol" };
  if (notation.form === "function") return written(notation.tex, node.args, style, at);
  return connective(node, notation.form === "conditional" ? "" : notation.tex, style, at);
}

function printer(): PartOf {
  const known = [0, 1, 2].map(() => new Map<Expression, Part>());
  const at: PartOf = (node, style) => {
    let part = known[style]!.get(node);
    if (part === undefined) {
      if (node.head === "Symbol") part = { tex: texSymbol(node.name), level: levels.atom, kind: "symbol" };
      else part = isCall(node) ? compose(node, style, at) : literal(node.value);
      known[style]!.set(node, part);
    }
    return part;
  };
  return at;
}

const sums: ReadonlySet<string> = new Set(["Add", "Subtract"]);

/** Whether the argument is written as part of its parent: a term of the same sum, a factor of the same product. */
const continues = (parent: Expression, arg: Expression): boolean =>
  sums.has(parent.head) ? sums.has(arg.head) : parent.head === "Multiply" && arg.head === "Multiply";

/** Levels of the tree when a long sum or product counts as one. */
const nesting = (expression: Expression): number =>
  fold<number>(expression, (node, levelsBelow) =>
    Math.max(0, ...levelsBelow.map((level, i) => (isCall(node) && continues(node, node.args[i]!) ? level : level + 1))),
  );

/** Deep trees bottom-up, so that none of the functions above recurses far. */
function printed(expression: Expression): Part {
  const at = printer();
  if (nesting(expression) > 100)
    fold<unknown>(expression, (node) => ([0, 1, 2] as const).map((style) => at(node, style)));
  return at(expression, 0);
}

/**
 * The expression in TeX for a displayed formula (amsmath, or KaTeX), as it stands but for numbers, which come first in
 * a product. Brackets only where they are needed, and grown only around what is tall; fractions are built, and slashed
 * in exponents and indices. J_{\alpha}(c) is the arc-cosine kernel, K(m) and E(m) the elliptic integrals of parameter
 * m, \mathbf{1}_{x > 0} the step function.
 */
export function tex(expression: Expression): string {
  const part = printed(expression);
  return part.negative ? `-${part.tex}` : part.tex;
}

const relationSigns: Readonly<Record<Relation, string>> = {
  Equal: "=",
  NotEqual: "\\ne",
  Less: "<",
  LessEqual: "\\le",
  Greater: ">",
  GreaterEqual: "\\ge",
};

const sets: Readonly<Record<NumberSet, string>> = {
  Integers: "\\mathbb{Z}",
  Rationals: "\\mathbb{Q}",
  Reals: "\\mathbb{R}",
};

/** The statement in TeX: B \ge 4, x \in \mathbb{R}. */
export function texOf(proposition: Proposition): string {
  const left = whole(printed(proposition.left));
  if (proposition.relation === "Element") return `${left} \\in ${sets[proposition.set]}`;
  return `${left} ${relationSigns[proposition.relation]} ${whole(printed(proposition.right))}`;
}
