import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError, type TheoryError } from "../../src/errors.js";
import { activation } from "../../src/symbolic/activation/create.js";
import { parse } from "../../src/symbolic/activation/parse.js";
import { compile } from "../../src/symbolic/compile.js";
import { equal } from "../../src/symbolic/expression.js";

function failure(run: () => unknown): TheoryError {
  try {
    run();
  } catch (error) {
    if (isTheoryError(error)) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const deep = (levels: number) => `${"(".repeat(levels)}x${")".repeat(levels)}`;

/** text, part of the message, part of the remedy, and the part of the text under the caret (its last occurrence). */
const refused: readonly (readonly [string, RegExp, RegExp, string])[] = [
  ["tahn(x)", /unknown name 'tahn'/, /did you mean tanh\?/, "tahn"],
  ["sigmod(2*x)", /unknown name 'sigmod'/, /did you mean sigmoid\?/, "sigmod"],
  ["ReLU(x)", /unknown name/, /did you mean relu\?/, "ReLU"],
  ["2*x + leakyrelu(x)", /unknown name/, /did you mean leaky_relu\?/, "leakyrelu"],
  ["y + 1", /unknown name 'y'/, /only variable is x/, "y"],
  ["a*x", /unknown name 'a'/, /only variable is x/, "a"],
  ["x + alpha", /unknown name 'alpha'/, /known names: x/, "alpha"],
  ["constructor", /unknown name 'constructor'/, /known names/, "constructor"],
  ["__proto__", /unknown name '__proto__'/, /known names/, "__proto__"],
  ["toString(x)", /unknown name 'toString'/, /known names/, "toString"],
  ["hasOwnProperty(x)", /unknown name 'hasOwnProperty'/, /known names/, "hasOwnProperty"],
  ["valueOf", /unknown name/, /known names/, "valueOf"],
  ["import(x)", /unknown name 'import'/, /known names/, "import"],
  ["x.constructor", /property access/, /dot/, "."],
  ["process.exit(1)", /property access/, /dot/, "."],
  ["x.5", /property access/, /dot/, "."],
  ["x = 3", /assignments and definitions/, /formula itself/, "="],
  ["f(x) = x^2", /assignments and definitions/, /formula itself/, "="],
  ["a => 1", /function definition/, /formula itself/, "=>"],
  ["[1, 2]", /matrices and indexes/, /parentheses/, "["],
  ["x[1]", /matrices and indexes/, /parentheses/, "["],
  ["{a: 1}", /objects/, /parentheses/, "{"],
  ["1:3", /ranges/, /condition/, "1:3"],
  ["3 cm", /unknown name 'cm'/, /known names/, "cm"],
  ["x to m", /units/, /real numbers/, "to"],
  ['"abc"', /strings/, /quotes/, '"'],
  ["x'", /strings and transposes/, /quotes/, "'"],
  ["true", /boolean/, /real numbers/, "true"],
  ["null", /null/, /real numbers/, "null"],
  ["NaN", /NaN/, /real numbers/, "NaN"],
  ["Infinity", /infinity/, /real numbers/, "Infinity"],
  ["i*x", /complex/, /real numbers/, "i"],
  ["x!", /factorial/, /!=/, "!"],
  ["x mod 2", /remainders/, /real numbers/, "mod"],
  ["x % 2", /% is not/, /0\.05/, "%"],
  ["x & 1", /& is not/, /and/, "&"],
  ["x | 1", /\| is not/, /abs/, "|"],
  ["~x", /bit operations/, /arithmetic/, "~"],
  ["x; x", /one expression/, /semicolon/, ";"],
  ["x\n+ 1", /one line/, /one line/, "\n"],
  ["x # note", /comments/, /comment/, "#"],
  ["x**2", /\*\* is not an operator/, /\^/, "**"],
  ["x .* x", /elementwise/, /\*/, ".*"],
  ["x² + 1", /superscripts/, /use \^/, "²"],
  ["x − 1", /minus/, /ordinary/, "−"],
  ["1e400*x", /too large/, /1e300/, "1e400"],
  ["1e-400*x", /underflows/, /1e-300/, "1e-400"],
  ["0x1F", /decimal/, /decimal/, "0x"],
  ["1.2.3", /not a number/, /decimal point/, "1.2."],
  ["1 2", /two numbers/, /\*/, "2"],
  ["relu()", /relu takes one argument, not 0/, /relu\(x\)/, "relu()"],
  ["tanh(x, 2)", /tanh takes one argument, not 2/, /tanh\(x\)/, "tanh(x, 2)"],
  ["leaky_relu(x, 1, 2)", /leaky_relu takes \(x, slope\), not 3/, /leaky_relu\(x, slope\)/, "leaky_relu(x, 1, 2)"],
  ["leaky_relu(x, x)", /slope of leaky_relu must be a number/, /0\.2/, "x"],
  ["elu(1/0)", /must be a number/, /0\.2/, "1/0"],
  ["relu_power", /needs its exponent/, /1\.5/, "relu_power"],
  ["max(x)", /max takes two or more/, /max\(x, 0\)/, "max(x)"],
  ["max", /max takes two or more/, /max\(x, 0\)/, "max"],
  ["x(2)", /x is not a function/, /x\*/, "x(2)"],
  ["pi(x)", /pi is not a function/, /pi\*/, "pi(x)"],
  ["sin x", /sin is a function/, /sin\(x\)/, "sin"],
  ["tanh + 1", /tanh is a function/, /tanh\(x\)/, "tanh"],
  ["(x + 1", /never closed/, /\)/, "("],
  ["x + 1)", /closes nothing/, /remove/, ")"],
  ["*x", /value expected/, /caret/, "*"],
  ["x > 0 ? x", /ends too early|false part/, /complete|caret/, ""],
  ["x +", /ends too early/, /complete/, ""],
  ["", /empty/, /tanh/, ""],
  ["   ", /empty/, /tanh/, ""],
  [deep(80), /over 64 levels/, /simplify/, "("],
  [`${"-".repeat(100)}x`, /over 64 levels/, /simplify/, "-"],
  [`${"tanh(".repeat(70)}x${")".repeat(70)}`, /over 64 levels/, /simplify/, "("],
  [Array.from({ length: 80 }, () => "x").join("^"), /over 64 levels/, /simplify/, "^"],
  ["x".padEnd(501, "+x"), /501 characters/, /shorten/, "x"],
  ["x".repeat(1e6), /1000000 characters/, /shorten/, ""],
];

describe("refused text", () => {
  it.each(refused)("%s", (text, message, remedy, under) => {
    const started = performance.now();
    const error = failure(() => activation(text));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(error.code).toBe("syntax");
    expect(error.message).toMatch(message);
    expect(error.details.remedy).toMatch(remedy);
    expect(error.details.parameter).toBe("activation");
    const place = error.details.place!;
    expect(place.text).toBe(text);
    expect(place.end).toBeGreaterThan(place.start);
    if (under !== "") expect(text.slice(place.start, place.end)).toContain(under);
  });

  it("gives the caret's place exactly", () => {
    const at = (text: string) => {
      const { start, end } = failure(() => activation(text)).details.place!;
      return [start, end];
    };
    expect(at("1 + tahn(x)")).toEqual([4, 8]);
    expect(at("x + relu(x, 2) + 1")).toEqual([4, 14]);
    expect(at("tanh(2*(x + sin))")).toEqual([12, 15]);
    expect(at("tanh(x) + log(3*x)")).toEqual([10, 18]);
    expect(at("2 + 1/(x - 1)")).toEqual([4, 13]);
    expect(at("x + exp(x^2)*3")).toEqual([4, 12]);
  });
});

describe("refused mathematics", () => {
  it.each([
    ["1/x", "divergent", "1/x", /x = 0/],
    ["1/x^2", "divergent", "1/x^2", /x = 0/],
    ["abs(x)^(-0.5)", "divergent", "abs(x)^(-0.5)", /x = 0/],
    ["tan(x)", "divergent", "tan(x)", /x = 1\.5708/],
    ["x + 1/(x - 1)", "divergent", "1/(x - 1)", /x = 1/],
    ["1/sin(x)", "divergent", "1/sin(x)", /x = 0/],
    ["1/(x^4 - 2*x^2 + 1)", "divergent", "1/(x^4 - 2*x^2 + 1)", /x = 1/],
    ["exp(1/x)", "divergent", "1/x", /x = 0/],
    ["exp(x^2)", "divergent", "exp(x^2)", /faster/],
    ["exp(x^2/4)", "divergent", "exp(x^2/4)", /faster/],
    ["exp(x^3)", "divergent", "exp(x^3)", /faster/],
    ["sinh(x^3)", "divergent", "sinh(x^3)", /faster/],
    ["tanh(x)*exp(exp(x))", "divergent", "exp(exp(x))", /faster/],
    ["log(x)", "undefined-value", "log(x)", /log has no real value/],
    ["x*sqrt(x)", "undefined-value", "sqrt(x)", /sqrt has no real value/],
    ["x^1.5", "undefined-value", "x^1.5", /power has no real value/],
    ["x^x", "undefined-value", "x^x", /power has no real value/],
    ["asin(x)", "undefined-value", "asin(x)", /asin has no real value/],
    ["acosh(x)", "undefined-value", "acosh(x)", /acosh has no real value/],
    ["sqrt(x^2 - 1e-6)", "undefined-value", "sqrt(x^2 - 1e-6)", /sqrt has no real value/],
    ["sqrt(100 - x)", "undefined-value", "sqrt(100 - x)", /sqrt has no real value/],
    ["1/relu(x)", "undefined-value", "1/relu(x)", /quotient/],
    ["1/0", "undefined-value", "1/0", /quotient/],
    ["log(0*x)", "undefined-value", "log(0*x)", /log/],
    ["log(-1)", "undefined-value", "log(-1)", /log/],
  ])("%s is %s", (text, code, under, message) => {
    const started = performance.now();
    const error = failure(() => activation(text));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    const { start, end } = error.details.place!;
    expect(text.slice(start, end)).toBe(under);
    expect(error.details.remedy).not.toBe("");
  });

  it("caps the number of kinks", () => {
    expect(failure(() => activation("abs(sin(100*x))")).message).toMatch(/over 400 kinks/);
  });
});

describe("accepted text", () => {
  it.each([
    ["2x", 3, 6],
    ["2(x+1)", 3, 8],
    ["x x", 3, 9],
    ["-x^2", 3, -9],
    ["2^3^x", 2, 512],
    ["2^-x", 1, 0.5],
    ["0 < x < 1 ? 5 : 7", 0.5, 5],
    ["0 < x < 1 ? 5 : 7", 2, 7],
    ["x > 0 ? 1 : x < -1 ? 2 : 3", -0.5, 3],
    ["x > 0 and x < 2 ? 1 : 0", 1, 1],
    ["x < 0 or x > 2 ? 1 : 0", 1, 0],
    ["(x > 0)*x", 3, 3],
    ["π*x", 1, Math.PI],
    ["e^x", 1, Math.E],
    ["2e", 1, 2 * Math.E],
    ["1e-3*x", 1, 1e-3],
    ["pow(x, 3)", 2, 8],
    ["max(x, 0, 1.5)", 1, 1.5],
    ["min(x, 2, -1)", 1, -1],
    ["+x", 2, 2],
    ["  tanh ( x )  ", 0, 0],
    ["leaky_relu(0.2)", -1, -0.2],
    ["leaky_relu(2*x)", -1, -0.02],
    ["leaky_relu(2*x, 0.5)", -1, -1],
    ["leaky_relu(1/4) + x", -1, -1.25],
    ["relu(x)^1.5", 4, 8],
    ["relu(3)", 1, 3],
    ["(tanh)", 0, 0],
    [`${Array.from({ length: 200 }, () => "x").join("+")}`, 1, 200],
    [deep(60), 5, 5],
  ])("%s at %d is %d", (text, at, expected) => {
    expect(compile(parse(text).expression)(at)).toBeCloseTo(expected, 12);
  });

  it("knows where every part stands", () => {
    const text = "tanh(2*x) + relu( x )";
    const { expression, places } = parse(text);
    const [left, right] = "args" in expression ? expression.args : [];
    const shown = (node: typeof left) => {
      const place = places.get(node!)!;
      return text.slice(place.start, place.end);
    };
    expect([shown(expression), shown(left), shown(right)]).toEqual([text, "tanh(2*x)", "relu( x )"]);
  });

  it("reads a preset's name and its call in x as the same tree", () => {
    for (const name of ["relu", "gelu", "mish", "selu", "hardtanh"]) {
      expect(equal(parse(name).expression, parse(`${name}(x)`).expression)).toBe(true);
    }
  });
});

describe("hostile text", () => {
  const settles = (text: string): boolean => {
    const started = performance.now();
    try {
      activation(text);
    } catch (error) {
      if (!isTheoryError(error)) throw error;
      const { place } = error.details;
      if (place !== undefined && !(place.start >= 0 && place.end > place.start)) return false;
    }
    return performance.now() - started < 2000;
  };

  it("never gives anything but a TheoryError, in time", () => {
    fc.assert(fc.property(fc.string({ maxLength: 80, unit: "binary" }), settles), { numRuns: 2000 });
    fc.assert(fc.property(fc.string({ maxLength: 600, unit: "grapheme-ascii" }), settles), { numRuns: 1000 });
  });

  it("nor for strings of tokens that nearly parse", () => {
    const tokens = ["x", "2", "0.5", "(", ")", "+", "-", "*", "/", "^", "?", ":", ",", "<", ">", "==", " ", "tanh", "relu",
      "exp(", "log(", "abs(", "max(", "sin(", "leaky_relu(", "1e", ".", "pi", "and", "not", "=", "!", "'", "[", "e", "i"]; // biome-ignore format: a table
    const text = fc.array(fc.constantFrom(...tokens), { maxLength: 14 }).map((parts) => parts.join(""));
    fc.assert(fc.property(text, settles), { numRuns: 4000 });
  });

  it.each([
    `${"abs(".repeat(60)}x${")".repeat(60)}`,
    `${"abs(sin(".repeat(25)}x${"))".repeat(25)}`,
    `${"sin(".repeat(60)}x${")".repeat(60)}`,
    `${"exp(".repeat(60)}x${")".repeat(60)}`,
    `${"1/(1+".repeat(60)}x${")".repeat(60)}`,
    Array.from({ length: 60 }, (_, k) => `abs(x-${k})`).join("*"),
    Array.from({ length: 45 }, (_, k) => `abs(sin(x)-.${k})`)
      .join("+")
      .slice(0, 497)
      .replace(/\+[^+]*$/, ""),
    `${Array.from({ length: 100 }, () => "sin").join("(")}x`,
    `${"x>0?".repeat(60)}x${":1".repeat(60)}`,
    `${"x^".repeat(62)}x`,
    "(x+1)^64*(x-1)^64*(x+2)^64",
    `${"tanh(".repeat(30) + "x*".repeat(30)}x${")".repeat(30)}`,
    `${"gelu(".repeat(30)}x${")".repeat(30)}`,
    `${"mish(".repeat(20)}x${")".repeat(20)}`,
  ])("takes little time over %s", (text) => {
    const started = performance.now();
    try {
      activation(text);
    } catch (error) {
      if (!isTheoryError(error)) throw error;
    }
    // Legal but absurd nests: an answer, on a loaded machine too, within seconds rather than exponential time.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
