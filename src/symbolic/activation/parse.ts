import { isTheoryError } from "../../errors.js";
import { checkBalance, checkNesting } from "../grammar/checks.js";
import type { Token } from "../grammar/token.js";
import { type Node, readTree } from "../grammar/tree.js";
import { convert, type Parsed } from "./convert.js";
import { activationLanguage } from "./language.js";
import { syntaxError } from "./syntaxError.js";
import { tokenise } from "./tokens.js";

const maximumLength = 500;

/** A single name needs no parser: most calls are a preset's name, and making the parser costs ten times the rest. */
function treeOf(text: string, tokens: readonly Token[]): Node {
  if (tokens.length === 1 && tokens[0]!.kind === "word") return { type: "SymbolNode" };
  return readTree(text, (at, reason) => {
    const ended = at >= text.trimEnd().length;
    const message = ended ? "the expression ends too early" : `not an expression: ${reason}`;
    return syntaxError(text, at, at + 1, message, ended ? "complete it" : "check the text at the caret");
  });
}

/** Reads the text of an activation. Throws a TheoryError with the place of the first thing that is not understood. */
export function parse(text: string): Parsed {
  if (text.length > maximumLength) {
    const message = `the expression has ${text.length} characters; at most ${maximumLength} are read`;
    throw syntaxError(text, maximumLength, text.length, message, "shorten it");
  }
  const tokens = tokenise(text);
  if (tokens.length === 0) throw syntaxError(text, 0, 1, "the expression is empty", "write an activation such as tanh");
  checkNesting(text, tokens, activationLanguage);
  checkBalance(text, tokens, activationLanguage);
  const node = treeOf(text, tokens);
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
