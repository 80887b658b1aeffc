import { connectives, constants, isFunctionName, knownNames, nearestName } from "./functions.js";
import { syntaxError } from "./syntaxError.js";

export interface Token {
  readonly kind: "number" | "word" | "operator";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const wordPattern = /[\p{L}_$][\p{L}\p{Nd}_$]*/uy;
const operatorPattern = /<=|>=|==|!=|[-+*/^(),<>?:]/y;

/** What each refused character would mean, and what to write instead. The first match at a position wins. */
const refused: readonly (readonly [RegExp, string, string])[] = [
  [/\*\*/y, "** is not an operator", "use ^ for powers: x^2"],
  [/\.[*/^]/y, "elementwise operators are for matrices", "use *, / or ^"],
  [/&&|&/y, "& is not an operator here", "write `and` between two comparisons"],
  [/\|\||\|/y, "| is not an operator here", "write abs(x) for |x|, and `or` between two comparisons"],
  [/=>/y, "a function definition is not an expression", "write the formula itself, in x"],
  [/=/y, "assignments and definitions are not allowed", "write the formula itself, in x; compare with =="],
  [/!/y, "factorials are not allowed", "write != for `not equal`"],
  [/["'`]/y, "strings and transposes are not allowed", "write names without quotes"],
  [/[[\]]/y, "matrices and indexes are not allowed", "use parentheses ( )"],
  [/[{}]/y, "objects are not allowed", "use parentheses ( )"],
  [/;/y, "only one expression is allowed", "remove the semicolon"],
  [/[\n\r\u2028\u2029]/y, "only one line is allowed", "write the expression on one line"],
  [/#/y, "comments are not allowed", "remove the comment"],
  [/%/y, "% is not an operator here", "write the number out: 5% is 0.05"],
  [/~/y, "bit operations are not allowed", "use arithmetic and comparisons"],
  [/\./y, "property access is not allowed", "a dot may only stand inside a number, such as 0.5"],
  [/[×·⋅]/y, "this multiplication sign is not read", "use *"],
  [/[−–—]/y, "this dash is not a minus sign", "use the ordinary -"],
  [/≤/y, "≤ is not read", "write <="],
  [/≥/y, "≥ is not read", "write >="],
  [/[²³]/y, "superscripts are not read", "use ^: x^2"],
];

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

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function refuseCharacter(text: string, at: number): never {
  for (const [pattern, message, remedy] of refused) {
    const found = match(pattern, text, at);
    if (found !== null) throw syntaxError(text, at, at + found.length, message, remedy);
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const shown = /[\p{C}\p{Z}\p{M}]/u.test(character)
    ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`
    : `'${character}'`;
  throw syntaxError(text, at, at + character.length, `the character ${shown} is not read`, "remove it");
}

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

function checkNumber(text: string, token: Token, next: string): void {
  const { start, end } = token;
  if (/^0[xob]$/i.test(token.text + next) && /[0-9a-f]/i.test(text[end + 1] ?? "")) {
    throw syntaxError(text, start, end + 1, "only decimal numbers are read", "write the number in decimal");
  }
  if (next === "." || /\d/.test(next)) {
    throw syntaxError(text, start, end + 1, "this is not a number", "one decimal point a number: 1.5");
  }
  const value = Number(token.text);
  const vanished = value === 0 && /[1-9]/.test(token.text.replace(/[eE].*/, ""));
  if (!Number.isFinite(value) || vanished) {
    const message = `the number ${token.text} ${vanished ? "underflows to 0" : "is too large"}`;
    throw syntaxError(text, start, end, message, "use numbers between 1e-300 and 1e300");
  }
}

/**
 * Splits the text and refuses, at its place, every character and word that the grammar does not have. What remains is
 * arithmetic, calls, comparisons and conditionals: nothing else ever reaches the parser.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === " " || text[at] === "\t") {
      at += 1;
      continue;
    }
    const token = readToken(text, at, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  // Characters first: in f(x) = x the definition is the mistake, not the name.
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "word") checkWord(text, token);
    const doubled = token.kind === "number" && tokens[i - 1]?.kind === "number";
    if (doubled) throw syntaxError(text, token.start, token.end, "two numbers in a row", "write * between them");
  }
  return tokens;
}

function readToken(text: string, at: number, previous: Token | undefined): Token {
  const token = (kind: Token["kind"], found: string): Token => ({
    kind,
    text: found,
    start: at,
    end: at + found.length,
  });
  const digits = match(numberPattern, text, at);
  if (digits !== null) {
    // x.5 and (x).5 would be read as products: more likely a slip.
    const glued = previous?.end === at && (previous.kind === "word" || previous.text === ")");
    if (digits.startsWith(".") && glued) refuseCharacter(text, at);
    const result = token("number", digits);
    checkNumber(text, result, text[result.end] ?? "");
    return result;
  }
  const word = match(wordPattern, text, at);
  if (word !== null) return token("word", word);
  const doubled = match(/\*\*/y, text, at);
  const operator = doubled === null ? match(operatorPattern, text, at) : null;
  return operator === null ? refuseCharacter(text, at) : token("operator", operator);
}
