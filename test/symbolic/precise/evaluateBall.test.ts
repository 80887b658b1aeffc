import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { call, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { contains, fromRational, overlaps } from "../../../src/symbolic/precise/ball.js";
import { toDecimalStrings, toNumber } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import { rational, rationalFromNumber } from "../../../src/symbolic/rational.js";
import { anyTree, ordinary } from "../generate.js";
import { around, digitsOf, type Nested, read } from "./support.js";

const value = (nested: Nested, digits = 30, values = {}) => evaluateBall(read(nested), values, digits);
const text = (nested: Nested, digits = 30) => toDecimalStrings(value(nested, digits), digits).value;

describe("evaluateBall", () => {
  it("raises the precision until a cancellation is paid for", () => {
    // exp(pi sqrt 163) is 7.5e-13 below a whole number
    const almost: Nested = ["Subtract", ["Exp", ["Multiply", ["Pi"], ["Sqrt", "163"]]], "262537412640768744"];
    expect(text(almost, 20)).toBe("-7.4992740280181431112e-13");
    const cubic: Nested = ["Subtract", ["Sin", "x"], ["Subtract", "x", ["Divide", ["Power", "x", "3"], "6"]]];
    const small = value(cubic, 40, { x: rational(1n, 10n ** 15n) });
    expect(digitsOf(small)).toBeGreaterThanOrEqual(40);
    expect(toDecimalStrings(small, 5).value).toBe("8.3333e-78");
  });

  it("stops where a value is proved to be below 10^(-2 digits)", () => {
    const nothing = value(["Sin", ["Pi"]], 30);
    expect(contains(nothing, rational(0))).toBe(true);
    expect(contains(nothing, rational(1n, 10n ** 60n))).toBe(false);
  });

  it("gives overlapping balls at two precisions for any tree", () => {
    fc.assert(
      fc.property(anyTree, ordinary(-2, 2), (tree, place) => {
        const x = rationalFromNumber(Math.round(place * 4096) / 4096 + 2 ** -20);
        let low: ReturnType<typeof evaluateBall>;
        try {
          low = evaluateBall(tree, { x }, 10);
        } catch (error) {
          expect(String(error)).toMatch(/not decided|beyond/);
          return;
        }
        const high = evaluateBall(tree, { x }, 60);
        expect(overlaps(low, high)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("encloses what the points of a ball among the values give", () => {
    fc.assert(
      fc.property(anyTree, ordinary(-2, 2), fc.integer({ min: -10, max: 10 }), (tree, place, share) => {
        const middle = rationalFromNumber(Math.round(place * 4096) / 4096 + 2 ** -20);
        const point = rational(
          10n * 2n ** 40n * middle.numerator + BigInt(share) * middle.denominator,
          10n * 2n ** 40n * middle.denominator,
        );
        const wide = around(fromRational(middle, 100), -40);
        expect(contains(wide, point)).toBe(true);
        try {
          expect(overlaps(evaluateBall(tree, { x: wide }, 8), evaluateBall(tree, { x: point }, 20))).toBe(true);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          expect(error.message).toMatch(/not decided|beyond|may be/);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("reads doubles as their exact binary value and does not hide what they are", () => {
    expect(toDecimalStrings(evaluateBall(number(0.1), {}, 60), 60).value).toBe(
      "0.1000000000000000055511151231257827021181583404541015625",
    );
    expect(() => evaluateBall(number(Number.NaN), {}, 10)).toThrow(RangeError);
  });

  it("is exact for what is exact", () => {
    const half = value(["Multiply", ["Sqrt", "49/4"], "1/7"]);
    expect(half).toMatchObject({ mantissa: 1n, exponent: -1, radius: 0, rigorous: true });
    expect(toDecimalStrings(half, 30)).toEqual({ value: "0.5", error: "0" });
  });

  it("does not evaluate the branch that a condition leaves out", () => {
    const guarded: Nested = ["Conditional", ["Equal", "x", "0"], "1", ["Divide", ["Sin", "x"], "x"]];
    expect(toNumber(value(guarded, 20, { x: rational(0) }))).toBe(1);
    expect(toNumber(value(guarded, 20, { x: rational(1) }))).toBeCloseTo(Math.sin(1), 14);
    expect(toNumber(value(["Or", ["Less", "1", "2"], ["Divide", "1", "0"]]))).toBe(1);
    expect(toNumber(value(["And", ["Less", "2", "1"], ["Divide", "1", "0"]]))).toBe(0);
  });

  it("decides comparisons of irrational numbers, and refuses a tie", () => {
    expect(toNumber(value(["Less", ["Power", "2", ["Sqrt", "2"]], "27/10"]))).toBe(1);
    const close: Nested = ["Less", ["Exp", ["Multiply", ["Pi"], ["Sqrt", "163"]]], "262537412640768744"];
    expect(toNumber(value(close, 5))).toBe(1);
    expect(() => value(["Less", ["Power", ["Sqrt", "2"], "3"], ["Multiply", "2", ["Sqrt", "2"]]])).toThrow(
      "not decided",
    );
    expect(toNumber(value(["Max", ["Power", ["Sqrt", "2"], "3"], ["Multiply", "2", ["Sqrt", "2"]]]))).toBeCloseTo(
      2 ** 1.5,
      14,
    );
  });

  it("names the head and the argument outside a domain", () => {
    const cases: readonly (readonly [Nested, string])[] = [
      [["Log", "-2"], "Log(-2)"],
      [["Sqrt", "-1/4"], "Sqrt(-0.25)"],
      [["Divide", "1", ["Subtract", "3", "3"]], "Divide(1, 0)"],
      [["Gamma", "-3"], "Gamma(-3)"],
      [["Pochhammer", "1/2", "-3/2"], "Pochhammer(0.5, -1.5)"],
      [["Polygamma", "1", "0"], "Polygamma(1, 0)"],
      [["Polygamma", "1/2", "2"], "Polygamma(0.5, 2)"],
      [["Power", "-2", "1/3"], "Power(-2, 0.33"],
      [["Power", "0", "-1"], "Power(0, -1)"],
      [["Hypergeometric", "1/2", "1/2", "1", "1"], "c must be above a + b"],
      [["Hypergeometric", "1/2", "1/2", "1", "2"], "z must be at most 1"],
      [["Hypergeometric", "1/2", "1/2", "-3", "1/2"], "c is a pole"],
      [["Hypergeometric", "-4", "1/2", "-3", "1/2"], "c is a pole"],
      [["ArccosineKernel", "-1/2", "0"], "alpha must be above -1/2"],
      [["ArccosineKernel", "1", "3/2"], "c must lie in [-1, 1]"],
      [["EllipticK", "1"], "EllipticK(1)"],
      [["EllipticE", "3/2"], "EllipticE(1.5)"],
      [["Acos", "2"], "Acos(2)"],
      [["Acosh", "1/2"], "Acosh(0.5)"],
      [["Atanh", "1"], "Atanh(1)"],
      [["Log1p", "-1"], "Log1p(-1)"],
      [["Exp", "1000000000000000"], "Exp(1000000000000000)"],
      ["y", "the symbol y has no value"],
      [["BigO", "1"], "BigO has no value"],
      [["GaussianMean", "1", "u", "v", "0"], "GaussianMean has no value"],
      [["SphereMean", "1", "u", "v", "8"], "SphereMean has no value"],
      [["Infinity"], "Infinity has no value"],
    ];
    for (const [nested, message] of cases) {
      expect(() => value(nested), message).toThrow(RangeError);
      expect(() => value(nested), message).toThrow(message);
    }
    expect(() => value("1", 0)).toThrow("digits");
    expect(() => value("1", 2.5)).toThrow("digits");
  });

  it("refuses what no precision decides instead of guessing", () => {
    expect(() => value(["Divide", "1", ["Sin", ["Pi"]]])).toThrow("may be 0");
    expect(() => value(["Sign", ["Sin", ["Pi"]]])).toThrow("not decided");
    expect(() => value(["Log", ["Subtract", ["Cos", ["Multiply", "2", ["Pi"]]], "1"]])).toThrow("may be 0");
  });

  it("goes to the edges: tails, ends and poles nearly met", () => {
    expect(text(["Erfc", "200"], 10)).toMatch(/e-17375$/);
    expect(text(["Sigmoid", "-1000000"], 10)).toMatch(/e-434295$/);
    expect(text(["Tanh", "1000000000000000000000"], 20)).toBe("1");
    expect(text(["ArccosineKernel", "3/2", "-1"])).toBe("0");
    expect(text(["ArccosineKernel", "3/2", "1"])).toBe("1");
    expect(text(["EllipticE", "1"])).toBe("1");
    expect(text(["Acos", "1"])).toBe("0");
    expect(text(["Hypergeometric", "1/2", "1/3", "5/7", "0"])).toBe("1");
    expect(text(["Gegenbauer", "4", "5/2", "1"])).toBe("70");
    expect(text(["Gegenbauer", "5", "5/2", "-1"])).toBe("-126");
  });
});

describe("sums", () => {
  const k = symbol("k");

  it("over whole bounds are rigorous; an empty one is 0", () => {
    const sum = value(["Sum", ["Power", "k", "3"], "k", "1", "100"]);
    expect(sum).toMatchObject({ rigorous: true });
    expect(contains(sum, rational(25_502_500))).toBe(true);
    expect(text(["Sum", "k", "k", "3", "2"])).toBe("0");
  });

  it("bind their symbol, and only there", () => {
    const shadowed: Nested = ["Add", "k", ["Sum", ["Multiply", "k", "x"], "k", "1", "x"]];
    expect(toNumber(value(shadowed, 20, { k: rational(1000), x: rational(4) }))).toBe(1040);
    const nested: Nested = ["Sum", ["Sum", ["Multiply", "i", ["Add", "j", "x"]], "j", "1", "i"], "i", "1", "3"];
    // sum over i of i (i(i+1)/2 + i x), x = 1/2
    expect(toNumber(value(nested, 20, { x: rational(1, 2) }))).toBe(25 + 7);
  });

  it("without end are estimates, and say so", () => {
    const sum = value(
      ["Sum", ["Divide", ["Power", "-1", "k"], ["Factorial", ["Multiply", "2", "k"]]], "k", "0", ["Infinity"]],
      40,
    );
    expect(sum.rigorous).toBe(false);
    expect(overlaps(sum, value(["Cos", "1"], 40))).toBe(true);
    // odd terms only: a 0 between others is no end
    const odd = value(
      ["Sum", ["Multiply", ["Subtract", "1", ["Power", "-1", "k"]], ["Power", "1/3", "k"]], "k", "0", ["Infinity"]],
      30,
    );
    expect(overlaps(odd, value("3/4", 30))).toBe(true);
    expect(() => value(["Sum", ["Divide", "1", "k"], "k", "1", ["Infinity"]], 12)).toThrow("too slowly");
  });

  it("refuse bounds that are not whole and too many terms", () => {
    expect(() => evaluateBall(call("Sum", k, k, integer(1), number(2.5)), {}, 10)).toThrow("whole");
    expect(() => value(["Sum", "k", "k", "1", "1000000"])).toThrow("100000 terms");
  });
});

describe("integrals", () => {
  it("hold parameters, singular ends and both infinities; never rigorous", () => {
    const power = value(["Integral", ["Power", "x", "a"], "x", "0", "1"], 30, { a: rational(-2, 3) });
    expect(power.rigorous).toBe(false);
    expect(digitsOf(power)).toBeGreaterThanOrEqual(30);
    expect(contains(power, rational(3))).toBe(true);
    const lorentz: Nested = [
      "Integral",
      ["Divide", "1", ["Add", "1", ["Power", "x", "2"]]],
      "x",
      ["Negate", ["Infinity"]],
      ["Infinity"],
    ];
    expect(overlaps(value(lorentz, 25), value(["Pi"], 25))).toBe(true);
    const backwards: Nested = ["Integral", ["Exp", "x"], "x", "0", ["Negate", ["Infinity"]]];
    expect(contains(value(backwards, 25), rational(-1))).toBe(true);
    const fromBelow: Nested = ["Integral", ["Exp", "x"], "x", ["Negate", ["Infinity"]], "0"];
    expect(contains(value(fromBelow, 25), rational(1))).toBe(true);
    const fromAbove: Nested = ["Integral", ["Exp", ["Negate", "x"]], "x", ["Infinity"], "0"];
    expect(contains(value(fromAbove, 25), rational(-1))).toBe(true);
    expect(contains(value(["Integral", "x", "x", "1", "-1/2"], 25), rational(-3, 8))).toBe(true);
    const double: Nested = ["Integral", ["Integral", ["Multiply", "x", "y"], "y", "0", "x"], "x", "0", "1"];
    expect(contains(value(double, 10), rational(1, 8))).toBe(true);
  });

  it("refuse divergence and what the finest step does not resolve", () => {
    expect(() => value(["Integral", ["Divide", "1", "x"], "x", "0", "1"], 20)).toThrow("fall off");
    expect(() => value(["Integral", "1", "x", "0", ["Infinity"]], 20)).toThrow("fall off");
    expect(() => value(["Integral", ["Sin", "x"], "x", "0", ["Infinity"]], 10)).toThrow(RangeError);
  });

  it("with a kink report an error that covers the truth", () => {
    const kink = value(["Integral", ["Abs", ["Subtract", "x", "1/3"]], "x", "0", "1"], 15);
    expect(contains(kink, rational(5, 18))).toBe(true);
    expect(digitsOf(kink)).toBeLessThan(15);
  });
});
