import { checkAdjacent, checkPoints, readTokens, type Token } from "../grammar/token.js";
import { formulaLanguage } from "./language.js";
import { syntaxError } from "./syntaxError.js";

const largestExponent = 1000;

function checkNumber(text: string, token: Token, previous: Token | undefined): void {
  checkPoints(text, token, formulaLanguage);
  const { text: digits, start, end } = token;
  const exponent = Number(/[eE](.*)$/.exec(digits)?.[1] ?? 0);
  if (Math.abs(exponent) > largestExponent) {
    const message = `the number ${digits} is ${exponent > 0 ? "too large" : "too small"}`;
    throw syntaxError(text, start, end, message, `use powers of ten up to ${largestExponent}, or write 10^k`);
  }
  checkAdjacent(text, token, previous, formulaLanguage);
}

/** Splits the text and refuses, at its place, every character that formulas do not have. */
export const tokenise = (text: string): readonly Token[] =>
  readTokens(text, formulaLanguage, (token, previous) => checkNumber(text, token, previous));
