import { connectives } from "../grammar/operators.js";
import { checkAdjacent, checkPoints, readTokens, type Token } from "../grammar/token.js";
import { constants, isFunctionName, knownNames, nearestName } from "./functions.js";
import { activationLanguage } from "./language.js";
import { syntaxError } from "./syntaxError.js";

/** Words that the parser's own language gives a meaning that activations do not have. */
const reservedWords: ReadonlyMap<string, string> = new Map([
  ["mod", "remainders are not allowed"],
  ["xor", "xor is not allowed"],
  ["to", "units are not allowed"],
  ["in", "units are not allowed"],
  ["i", "complex numbers are not allowed"],
  ["true", "boolean values are not allowed"],
  ["false", "boolean values are not allowed"],
  ["null", "null is not a number"],
  ["undefined", "undefined is not a number"],
  ["NaN", "NaN is not a number"],
  ["Infinity", "infinity is not allowed"],
  ["end", "indexes are not allowed"],
]);

function checkWord(text: string, { text: word, start, end }: Token): void {
  if (word === "x" || constants.has(word) || connectives.has(word) || isFunctionName(word)) return;
  const reserved = reservedWords.get(word);
  if (reserved !== undefined) throw syntaxError(text, start, end, reserved, "use real numbers, x and functions of x");
  const nearest = nearestName(word);
  if (nearest !== null) throw syntaxError(text, start, end, `unknown name '${word}'`, `did you mean ${nearest}?`);
  const remedy =
    word.length === 1
      ? "the only variable is x: put the parameter's value in its place"
      : `known names: ${knownNames().join(", ")}`;
  throw syntaxError(text, start, end, `unknown name '${word}'`, remedy);
}

function checkNumber(text: string, token: Token): void {
  const { text: digits, start, end } = token;
  if (/^0[xob]$/i.test(digits + (text[end] ?? "")) && /[0-9a-f]/i.test(text[end + 1] ?? "")) {
    throw syntaxError(text, start, end + 1, "only decimal numbers are read", "write the number in decimal");
  }
  checkPoints(text, token, activationLanguage);
  const value = Number(digits);
  const vanished = value === 0 && /[1-9]/.test(digits.replace(/[eE].*/, ""));
  if (!Number.isFinite(value) || vanished) {
    const message = `the number ${digits} ${vanished ? "underflows to 0" : "is too large"}`;
    throw syntaxError(text, start, end, message, "use numbers between 1e-300 and 1e300");
  }
}

/**
 * Splits the text and refuses, at its place, every character and word that the grammar does not have. What remains is
 * arithmetic, calls, comparisons and conditionals: nothing else ever reaches the parser.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens = readTokens(text, activationLanguage, (token) => checkNumber(text, token));
  // Characters first: in f(x) = x the definition is the mistake, not the name.
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "word") checkWord(text, token);
    checkAdjacent(text, token, tokens[i - 1], activationLanguage);
  }
  return tokens;
}
