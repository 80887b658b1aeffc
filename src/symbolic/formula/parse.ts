import { isTheoryError } from "../../errors.js";
import type { Expression } from "../expression.js";
import { checkBalance, checkNesting } from "../grammar/checks.js";
import { connectives } from "../grammar/operators.js";
import type { Token } from "../grammar/token.js";
import { type Node, readTree } from "../grammar/tree.js";
import { compare, element, numberSets, type Proposition, type Relation } from "../proposition.js";
import { convert } from "./convert.js";
import { formulaLanguage } from "./language.js";
import { syntaxError } from "./syntaxError.js";
import { tokenise } from "./tokens.js";

/** Derived formulas have more characters than activations, since their whole numbers have many digits. */
export const maximumLength = 20_000;
export const maximumTokens = 2000;

/**
 * The tokens at their places, every name as v...v and every number as 1: the parser's reserved words, units, indexes and limits of
 * doubles never meet the user's text.
 */
function mask(text: string, tokens: readonly Token[]): string {
  const characters = Array.from({ length: text.length }, () => " ");
  for (const { kind, text: own, start } of tokens) {
    const shown = kind === "number" ? "1" : kind === "operator" || connectives.has(own) ? own : "v".repeat(own.length);
    for (let i = 0; i < shown.length; i++) characters[start + i] = shown[i]!;
  }
  return characters.join("");
}

function treeOf(text: string, tokens: readonly Token[]): Node {
  const masked = mask(text, tokens);
  return readTree(masked, (at, reason) => {
    const end = masked.trimEnd().length;
    if (at >= end) return syntaxError(text, end, end + 1, "the formula ends too early", "complete it");
    return syntaxError(text, at, at + 1, `not a formula: ${reason}`, "check the text at the caret");
  });
}

/** One side of a statement, or a whole term. */
function readTerm(text: string, tokens: readonly Token[], end: number): Expression {
  if (tokens.length === 0) throw syntaxError(text, end, end + 1, "here a formula is missing", "write it out");
  const equal = tokens.find((token) => token.text === "=");
  if (equal !== undefined) {
    throw syntaxError(text, equal.start, equal.end, "this = is inside a formula", "inside a formula, compare with ==");
  }
  const node = treeOf(text, tokens);
  try {
    return convert(text, tokens, node);
  } catch (error) {
    if (isTheoryError(error)) throw error;
    const [first, last] = [tokens[0]!, tokens.at(-1)!];
    throw syntaxError(
      text,
      first.start,
      last.end,
      "this is not understood",
      "use +, -, *, /, ^ and calls of functions",
    );
  }
}

const relations: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ["=", "Equal"],
  ["==", "Equal"],
  ["!=", "NotEqual"],
  ["<", "Less"],
  ["<=", "LessEqual"],
  [">", "Greater"],
  [">=", "GreaterEqual"],
]);

/**
 * The places of the relations that stand in no parentheses: = and `in` wherever they are; comparisons, unless they are a test of a
 * conditional or a part of a compound test, which are terms.
 */
function relationsIn(tokens: readonly Token[]): readonly number[] {
  let level = 0;
  const outside = [...tokens.keys()].filter((i) => {
    if (tokens[i]!.text === "(") level += 1;
    if (tokens[i]!.text === ")") level -= 1;
    return level === 0;
  });
  const having = (...texts: readonly string[]) => outside.filter((i) => texts.includes(tokens[i]!.text));
  if (having("=", "in").length > 0) return having("in", ...relations.keys());
  return having("?", "and", "or").length > 0 ? [] : having(...relations.keys());
}

function readMembership(text: string, tokens: readonly Token[], at: number): Proposition {
  const [operator, name, after] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  const set = numberSets.find((known) => known === name?.text);
  if (set === undefined || after !== undefined) {
    const place = set === undefined ? (name ?? operator) : after!;
    throw syntaxError(text, place.start, place.end, "in needs a set", `write ${numberSets.join(", ")}`);
  }
  return element(readTerm(text, tokens.slice(0, at), operator.start), set);
}

export type Formula =
  | { readonly kind: "term"; readonly term: Expression }
  | { readonly kind: "statement"; readonly statement: Proposition };

function readTokens(text: string): readonly Token[] {
  if (text.length > maximumLength) {
    const message = `the formula has ${text.length} characters; at most ${maximumLength} are read`;
    throw syntaxError(text, maximumLength, text.length, message, "shorten it");
  }
  const tokens = tokenise(text);
  if (tokens.length === 0) throw syntaxError(text, 0, 1, "the formula is empty", "write for example J(1, -1/(B-1))");
  const surplus = tokens[maximumTokens];
  if (surplus !== undefined) {
    const message = `the formula has over ${maximumTokens} names, numbers and signs`;
    throw syntaxError(text, surplus.start, surplus.end, message, "shorten it");
  }
  checkNesting(text, tokens, formulaLanguage);
  checkBalance(text, tokens, formulaLanguage);
  return tokens;
}

/**
 * Reads a formula with exact numbers (0.1 is 1/10) in any symbols, or a statement: two terms related by ==, =, !=, <, <=, > or >=, or
 * `k in Integers`. It reads what `format/text.ts` writes. Throws a TheoryError, code "syntax", with the place of the first
 * thing that is not understood.
 */
export function parseFormula(text: string): Formula {
  const tokens = readTokens(text);
  const [at, second] = relationsIn(tokens);
  if (at === undefined) return { kind: "term", term: readTerm(text, tokens, text.length) };
  if (second !== undefined) {
    const { start, end } = tokens[second]!;
    throw syntaxError(text, start, end, "a statement has one relation", "write one statement at a time");
  }
  const operator = tokens[at]!;
  if (operator.text === "in") return { kind: "statement", statement: readMembership(text, tokens, at) };
  const left = readTerm(text, tokens.slice(0, at), operator.start);
  const right = readTerm(text, tokens.slice(at + 1), text.length);
  return { kind: "statement", statement: compare(relations.get(operator.text)!, left, right) };
}

/** A term: a comparison is one too, 1 where it holds and 0 elsewhere. See `parseFormula`. */
export const parseTerm = (text: string): Expression => readTerm(text, readTokens(text), text.length);

/** A statement, such as an assumption B >= 4; see `parseFormula`. */
export function parseStatement(text: string): Proposition {
  const formula = parseFormula(text);
  if (formula.kind === "statement") return formula.statement;
  throw syntaxError(text, 0, text.length, "this is a term, not a statement", "relate two terms: B >= 4");
}
