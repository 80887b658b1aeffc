import { type CallExpression, type Expression, fold } from "../expression.js";
import type { Pattern } from "../heads/notation.js";
import { heads } from "../heads.js";

/** A piece of source text, how tightly its last operator binds, and its condition if it is a statement. */
export interface Source {
  readonly code: string;
  readonly level: number;
  readonly condition?: string;
}

export type SourceOf = (node: Expression) => Source;

export const sourceLevels = Object.freeze({ sum: 3, product: 4, unary: 5, power: 6, call: 7 });

export const wrapSource = ({ code, level }: Source, least: number): string => (level >= least ? code : `(${code})`);

/** Bottom-up, each subtree once, and also what patterns put in a call's place. */
export function writeSource(expression: Expression, visit: (node: Expression, at: SourceOf) => Source): string {
  const known = new Map<Expression, Source>();
  const at: SourceOf = (node) => {
    const result = known.get(node) ?? visit(node, at);
    known.set(node, result);
    return result;
  };
  return fold<Source>(expression, at).code;
}

/** A constant or a function by its pattern. Throws a RangeError where the language has none. */
export function namedCall(node: CallExpression, language: "javascript" | "sympy", at: SourceOf): Source {
  const { notation } = heads[node.head];
  if (notation.form === "constant") return { code: notation[language], level: sourceLevels.call };
  const pattern: Pattern | null = notation.form === "function" ? notation[language] : null;
  if (pattern === null) throw new RangeError(`${node.head} cannot be written in ${languages[language]}`);
  const chosen = typeof pattern === "function" ? pattern(...node.args) : pattern;
  if (typeof chosen !== "string" && "head" in chosen) return at(chosen);
  const [text, ...args] = typeof chosen === "string" ? [chosen, ...node.args] : chosen;
  const code = text.replace(/#(\d)/g, (_, digit: string) => at(args[Number(digit) - 1]!).code);
  return { code, level: sourceLevels.call };
}

const languages = { javascript: "JavaScript", sympy: "SymPy" };
