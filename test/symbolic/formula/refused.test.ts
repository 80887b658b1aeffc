import { describe, expect, it } from "vitest";
import { isTheoryError, type TheoryError } from "../../../src/errors.js";
import { maximumTokens, parseFormula, parseStatement, parseTerm } from "../../../src/symbolic/formula/parse.js";

function failure(run: () => unknown): TheoryError {
  try {
    run();
  } catch (error) {
    if (isTheoryError(error)) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const deep = (levels: number) => `${"(".repeat(levels)}B${")".repeat(levels)}`;

/** text, part of the message, part of the remedy, and the part of the text under the caret. */
const refused: readonly (readonly [string, RegExp, RegExp, string])[] = [
  ["", /empty/, /J\(1/, ""],
  [" \n\t", /empty/, /J\(1/, ""],
  ["B +", /ends too early/, /complete/, ""],
  ["== B", /formula is missing/, /write it out/, ""],
  ["B ==", /formula is missing/, /write it out/, ""],
  ["*B", /value expected/, /caret/, "*"],
  ["(B + 1", /never closed/, /\)/, "("],
  ["B + 1)", /closes nothing/, /remove/, ")"],
  ["B**2", /\*\* is not an operator/, /\^/, "**"],
  ["B²", /superscripts/, /\^/, "²"],
  ["n!", /! is not/, /factorial/, "!"],
  ["|c|", /\| is not/, /abs/, "|"],
  ["a & b", /& is not/, /and/, "&"],
  ["B[1]", /round parentheses/, /\( \)/, "["],
  ["{a: 1}", /round parentheses/, /\( \)/, "{"],
  ['"B"', /strings/, /quotes/, '"'],
  ["'B'", /prime/, /t'_0/, "'"],
  ["_B", /index/, /s_0/, "_"],
  ["B; c", /one formula/, /semicolon/, ";"],
  ["\\frac{1}{2}", /TeX/, /sqrt/, "\\"],
  ["5 %", /% is not/, /0\.05/, "%"],
  ["B.constructor", /dot/, /0\.5/, "."],
  ["process.exit(1)", /dot/, /0\.5/, "."],
  ["B.5", /dot/, /0\.5/, "."],
  ["1.2.3", /not a number/, /decimal point/, "1.2."],
  ["1 2", /two numbers/, /\*/, "2"],
  ["1e1001", /too large/, /10\^k/, "1e1001"],
  ["1e-9999999999", /too small/, /10\^k/, "1e-9999999999"],
  ["B − 1", /dash/, /ordinary/, "−"],
  ["α + 1", /Greek/, /alpha/, "α"],
  ["√2", /√/, /sqrt/, "√"],
  ["B ≥ 4", /≥/, />=/, "≥"],
  ["constructor", /no name of a symbol/, /another/, "constructor"],
  ["1 + toString", /no name of a symbol/, /another/, "toString"],
  ["hasOwnProperty(B)", /not a function/, /product/, "hasOwnProperty"],
  ["valueOf(1)", /not a function/, /product/, "valueOf"],
  ["__proto__", /index/, /./, "_"],
  ["a mod b", /no name of a symbol/, /another/, "mod"],
  ["(k in Integers)", /no name of a symbol/, /another/, "in"],
  ["NaN", /no name of a symbol/, /another/, "NaN"],
  ["B(B-1)", /B is not a function/, /B\*\(\.\.\.\).*functions: /, "B"],
  ["Gamma(B)", /Gamma is not a function/, /did you mean gamma/, "Gamma"],
  ["elliptic_K(c)", /not a function/, /did you mean ellipticK/, "elliptic_K"],
  ["import(1)", /not a function/, /product/, "import"],
  ["eval(1)", /not a function/, /product/, "eval"],
  ["sqrt B", /sqrt is a function/, /sqrt\(\.\.\.\)/, "sqrt"],
  ["sin", /sin is a function/, /sin\(/, "sin"],
  ["sqrt()", /takes 1 argument, not 0/, /sqrt\(x\)/, "sqrt()"],
  ["J(c)", /takes 2 arguments, not 1/, /J\(alpha, c\)/, "J(c)"],
  ["sum(k, 0, 3)", /takes 4 arguments/, /sum\(f, k, 0, n\)/, "sum(k, 0, 3)"],
  ["sum(k, 2*k, 0, 3)", /runs over a name/, /sum\(f, k, 0, n\)/, "2*k"],
  ["sphereMean(x*y, x, 3, B)", /runs over a name/, /sphereMean/, "3"],
  ["f(B) = B^2", /f is not a function/, /product/, "f"],
  ["a == b == c", /one relation/, /one statement/, "=="],
  ["4 <= B < 9", /one relation/, /one statement/, "<"],
  ["(a = b)", /inside a formula/, /==/, "="],
  ["1:3", /not allowed/, /calls/, "1"],
  ["B in Naturals", /needs a set/, /Integers, Rationals, Reals/, "Naturals"],
  ["B in", /needs a set/, /Integers/, "in"],
  ["B in Integers + 1", /needs a set/, /Integers/, "+"],
  ["B\u0000", /U\+0000/, /remove/, "\u0000"],
  ["B\u202e", /U\+202E/, /remove/, "\u202e"],
  [deep(80), /over 64 levels/, /simplify/, "("],
  [`${"-".repeat(100)}B`, /over 64 levels/, /simplify/, "-"],
  [`${"sqrt(".repeat(70)}B${")".repeat(70)}`, /over 64 levels/, /simplify/, "("],
  [Array.from({ length: 80 }, () => "B").join("^"), /over 64 levels/, /simplify/, "^"],
  [`B${"+B".repeat(maximumTokens / 2)}`, /over 2000 names/, /shorten/, "B"],
  ["B".repeat(1e6), /1000000 characters/, /shorten/, ""],
  ["(".repeat(1e6), /1000000 characters/, /shorten/, ""],
];

describe("refused formulas", () => {
  it.each(refused)("%s", (text, message, remedy, under) => {
    const started = performance.now();
    const error = failure(() => parseFormula(text));
    expect(performance.now() - started).toBeLessThan(1000);
    expect([error.code, error.details.parameter]).toEqual(["syntax", "formula"]);
    expect(error.message).toMatch(message);
    expect(error.details.remedy).toMatch(remedy);
    const place = error.details.place!;
    expect(place.text).toBe(text);
    expect(place.end).toBeGreaterThan(place.start);
    if (under !== "") expect(text.slice(place.start, place.end)).toBe(under);
  });

  it("a statement is no term, and a term no statement", () => {
    expect(failure(() => parseTerm("B = 4")).message).toMatch(/inside a formula/);
    expect(failure(() => parseStatement("B")).message).toMatch(/term/);
  });

  it("the parser's own language is out of reach, whatever stands in the text", () => {
    for (const text of ["x = 3", "a.b", "a['b']", "f(x) = x; 2", "1 to 2", "3 cm", "2 inch in m", "import({}, {})"]) {
      try {
        const formula = parseFormula(text);
        // names next to each other are products of symbols, and an = relates two terms
        expect(["3 cm", "x = 3"], text).toContain(text);
        expect(["term", "statement"]).toContain(formula.kind);
      } catch (error) {
        expect(isTheoryError(error), `${text}: ${String(error)}`).toBe(true);
      }
    }
  });
});
