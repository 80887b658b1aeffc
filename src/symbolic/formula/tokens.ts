import { syntaxError } from "./syntaxError.js";

export interface Token {
  readonly kind: "number" | "word" | "operator";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
/** A letter, then letters, digits and underscores, with primes before indices or at the end: B, m_11, t'_0, t_0'. */
const wordPattern = /[A-Za-z][A-Za-z0-9_]*'*(?:_[A-Za-z0-9_]*'*)*/y;
const operatorPattern = /<=|>=|==|!=|[-+*/^(),<>=?:]/y;
const blankPattern = /[ \t\n\r]/;

/** What each refused character would mean, and what to write instead. The first match at a position wins. */
const refused: readonly (readonly [RegExp, string, string])[] = [
  [/\*\*/y, "** is not an operator", "use ^ for powers: B^2"],
  [/&/y, "& is not an operator here", "write `and` between two comparisons"],
  [/\|/y, "| is not an operator here", "write abs(c) for |c|"],
  [/!/y, "! is not an operator here", "write factorial(n) for n!"],
  [/["`]/y, "strings are not read", "write names without quotes"],
  [/'/y, "a prime stands at the end of a name", "write for example t'_0"],
  [/[[\]{}]/y, "only round parentheses are read", "use ( )"],
  [/_/y, "an index stands after a name", "write for example s_0"],
  [/;/y, "only one formula is read", "remove the semicolon"],
  [/\\/y, "TeX is not read", "write for example sqrt(B) and alpha"],
  [/%/y, "% is not an operator here", "write the number out: 5% is 0.05"],
  [/\./y, "a dot may only stand inside a number", "write for example 0.5"],
  [/[×·⋅]/y, "this multiplication sign is not read", "use *"],
  [/[−–—]/y, "this dash is not a minus sign", "use the ordinary -"],
  [/≤/y, "≤ is not read", "write <="],
  [/≥/y, "≥ is not read", "write >="],
  [/≠/y, "≠ is not read", "write !="],
  [/[²³]/y, "superscripts are not read", "use ^: B^2"],
  [/√/y, "√ is not read", "write sqrt(B)"],
  [/∞/y, "∞ is not read", "write infinity"],
  [/\p{Script=Greek}/uy, "Greek letters are not read", "write their names: alpha, beta, pi"],
];

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

const largestExponent = 1000;

function checkNumber(text: string, { text: digits, start, end }: Token, previous: Token | undefined): void {
  if (/^[.\d]/.test(text[end] ?? "")) {
    throw syntaxError(text, start, end + 1, "this is not a number", "one decimal point a number: 1.5");
  }
  const exponent = Number(/[eE](.*)$/.exec(digits)?.[1] ?? 0);
  if (Math.abs(exponent) > largestExponent) {
    const message = `the number ${digits} is ${exponent > 0 ? "too large" : "too small"}`;
    throw syntaxError(text, start, end, message, `use powers of ten up to ${largestExponent}, or write 10^k`);
  }
  if (previous?.kind === "number") throw syntaxError(text, start, end, "two numbers in a row", "write * between them");
}

function readToken(text: string, at: number): Token {
  const token = (kind: Token["kind"], found: string): Token => ({
    kind,
    text: found,
    start: at,
    end: at + found.length,
  });
  const digits = match(numberPattern, text, at);
  if (digits !== null) return token("number", digits);
  const word = match(wordPattern, text, at);
  if (word !== null) return token("word", word);
  const operator = match(/\*\*/y, text, at) === null ? match(operatorPattern, text, at) : null;
  return operator === null ? refuseCharacter(text, at) : token("operator", operator);
}

/** Splits the text and refuses, at its place, every character that formulas do not have. Line ends are blanks. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (blankPattern.test(text[at]!)) {
      at += 1;
      continue;
    }
    const token = readToken(text, at);
    const previous = tokens.at(-1);
    if (token.kind === "number") {
      // B.5 and (B).5 would be read as products: more likely a slip
      const glued = previous?.end === at && (previous.kind === "word" || previous.text === ")");
      if (token.text.startsWith(".") && glued) refuseCharacter(text, at);
      checkNumber(text, token, previous);
    }
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}
