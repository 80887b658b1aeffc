import { type Language, maximumLevels } from "./language.js";
import type { Token } from "./token.js";

/** Parentheses, conditionals, signs and powers nest in the parser itself, so they are counted before it runs. */
export function checkNesting(text: string, tokens: readonly Token[], { noun, syntaxError }: Language): void {
  let [parentheses, conditionals, run, powers] = [0, 0, 0, 0];
  for (const { kind, text: own, start, end } of tokens) {
    const operator = kind === "operator" ? own : "";
    if (operator === "(") parentheses += 1;
    if (operator === ")") parentheses -= 1;
    if (operator === "?") conditionals += 1;
    run = operator === "+" || operator === "-" || own === "not" ? run + 1 : 0;
    if (operator === "^") powers += 1;
    else if (operator !== "" && operator !== "-") powers = 0;
    if (Math.max(parentheses, conditionals, run, powers) > maximumLevels) {
      throw syntaxError(text, start, end, `nested over ${maximumLevels} levels deep`, `simplify the ${noun}`);
    }
  }
}

/** Unbalanced parentheses, named where they stand: the parser would only say "unexpected end". */
export function checkBalance(text: string, tokens: readonly Token[], { syntaxError }: Language): void {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.text === "(") open.push(token);
    if (token.text !== ")" || open.pop() !== undefined) continue;
    throw syntaxError(text, token.start, token.end, "this parenthesis closes nothing", "remove it or open one before");
  }
  const last = open.at(-1);
  if (last) throw syntaxError(text, last.start, last.end, "this parenthesis is never closed", "add a )");
}
