import { create, type MathNode, parseDependencies } from "mathjs/number";
import { isTheoryError } from "../../errors.js";
import { convert } from "./convert.js";
import { maximumLength, maximumLevels, type Parsed } from "./grammar.js";
import { syntaxError } from "./syntaxError.js";
import { type Token, tokenise } from "./tokens.js";

let mathjsParse: ((text: string) => MathNode) | null = null;

/** Made on first use: importing this module does no work. */
function mathjs(): (text: string) => MathNode {
  mathjsParse ??= create({ parseDependencies }, {}).parse as (text: string) => MathNode;
  return mathjsParse;
}

/** Parentheses, conditionals and runs of signs nest in the parser itself, so they are counted before it runs. */
function checkNesting(text: string, tokens: readonly Token[]): void {
  const tooDeep = (token: Token) =>
    syntaxError(text, token.start, token.end, `nested over ${maximumLevels} levels deep`, "simplify the expression");
  let parentheses = 0;
  let conditionals = 0;
  let run = 0;
  let powers = 0;
  for (const token of tokens) {
    const operator = token.kind === "operator" ? token.text : "";
    if (operator === "(") parentheses += 1;
    if (operator === ")") parentheses -= 1;
    if (operator === "?") conditionals += 1;
    run = operator === "+" || operator === "-" || token.text === "not" ? run + 1 : 0;
    if (operator === "^") powers += 1;
    else if (operator !== "" && operator !== "-") powers = 0;
    if (Math.max(parentheses, conditionals, run, powers) > maximumLevels) throw tooDeep(token);
  }
}

/** Unbalanced parentheses, named where they stand: the parser would only say "unexpected end". */
function checkBalance(text: string, tokens: readonly Token[]): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "operator") continue;
    if (token.text === "(") open.push(token);
    if (token.text === ")" && open.pop() === undefined) {
      throw syntaxError(
        text,
        token.start,
        token.end,
        "this parenthesis closes nothing",
        "remove it or open one before",
      );
    }
  }
  const last = open.at(-1);
  if (last) throw syntaxError(text, last.start, last.end, "this parenthesis is never closed", "add a )");
}

/** A single name needs no parser: most calls are a preset's name, and making the parser costs ten times the rest. */
function runParser(text: string, tokens: readonly Token[]): MathNode {
  if (tokens.length === 1 && tokens[0]!.kind === "word") {
    return { type: "SymbolNode", name: tokens[0]!.text } as unknown as MathNode;
  }
  try {
    return mathjs()(text);
  } catch (error) {
    const character = (error as { char?: unknown }).char;
    const at = typeof character === "number" ? character - 1 : text.length;
    const reason = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, "") : "it does not parse";
    const ended = at >= text.trimEnd().length;
    const message = ended ? "the expression ends too early" : `not an expression: ${reason.toLowerCase()}`;
    throw syntaxError(text, at, at + 1, message, ended ? "complete it" : "check the text at the caret");
  }
}

/** Reads the text of an activation. Throws a TheoryError with the place of the first thing that is not understood. */
export function parse(text: string): Parsed {
  if (text.length > maximumLength) {
    const message = `the expression has ${text.length} characters; at most ${maximumLength} are read`;
    throw syntaxError(text, maximumLength, text.length, message, "shorten it");
  }
  const tokens = tokenise(text);
  if (tokens.length === 0) throw syntaxError(text, 0, 1, "the expression is empty", "write an activation such as tanh");
  checkNesting(text, tokens);
  checkBalance(text, tokens);
  const node = runParser(text, tokens);
  try {
    return convert(text, tokens, node);
  } catch (error) {
    if (isTheoryError(error)) throw error;
    throw syntaxError(
      text,
      0,
      text.length,
      "the expression is not understood",
      "rewrite it with +, -, *, /, ^ and calls",
    );
  }
}
