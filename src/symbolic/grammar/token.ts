import type { Language } from "./language.js";

export interface Token {
  readonly kind: "number" | "word" | "operator";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** What a sticky pattern matches at a position, or null. */
function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function refuseCharacter(text: string, at: number, { refused, syntaxError }: Language): never {
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

function readToken(text: string, at: number, previous: Token | undefined, language: Language): Token {
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
    return digits.startsWith(".") && glued ? refuseCharacter(text, at, language) : token("number", digits);
  }
  const word = match(language.word, text, at);
  if (word !== null) return token("word", word);
  const operator = match(/\*\*/y, text, at) === null ? match(language.operator, text, at) : null;
  return operator === null ? refuseCharacter(text, at, language) : token("operator", operator);
}

/**
 * Splits the text and refuses, at its place, every character that the language does not have. `checkNumber` sees each number as soon as it
 * is read, with the token before it.
 */
export function readTokens(
  text: string,
  language: Language,
  checkNumber: (number: Token, previous: Token | undefined) => void,
): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (language.blank.test(text[at]!)) {
      at += 1;
      continue;
    }
    const previous = tokens.at(-1);
    const token = readToken(text, at, previous, language);
    if (token.kind === "number") checkNumber(token, previous);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** Refuses 1.2.3, which would be read as the product 1.2*.3. */
export function checkPoints(text: string, { start, end }: Token, { syntaxError }: Language): void {
  if (!/^[.\d]/.test(text[end] ?? "")) return;
  throw syntaxError(text, start, end + 1, "this is not a number", "one decimal point a number: 1.5");
}

/** Refuses 1 2, which would be read as a product. */
export function checkAdjacent(
  text: string,
  token: Token,
  previous: Token | undefined,
  { syntaxError }: Language,
): void {
  if (token.kind !== "number" || previous?.kind !== "number") return;
  throw syntaxError(text, token.start, token.end, "two numbers in a row", "write * between them");
}
