import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gamma, minus, over, plus, power, root, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { coefficientEquations, coefficientsAbove, readExpansion } from "../../../src/symbolic/derivation/expansion.js";
import { call, type Expression, integer, symbol } from "../../../src/symbolic/expression.js";
import { toNumber } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import { type Comparison, equation } from "../../../src/symbolic/proposition.js";

const order = (exponent: number) => call("BigO", power("B", exponent));
const value = (expression: Expression) => toNumber(evaluateBall(expression, {}, 20));
const proves = (claim: Comparison) => {
  const builder = new DerivationBuilder({ assumptions: [], domains: {} });
  builder.expand(claim, "expansion", []);
  return builder.finish().steps[0]!.status;
};

describe("expansions for a large symbol", () => {
  it("have the coefficients of a geometric series", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 6 }),
        (a, b, n) => {
          // b/(B - a) = sum_k b a^(k-1) B^-k
          const found = coefficientsAbove(over(b, minus("B", a)), "B", -n - 1);
          for (let k = 1; k <= n; k++) {
            const coefficient = found.get(-k);
            expect(coefficient === undefined ? 0 : value(coefficient)).toBe(b * a ** (k - 1));
          }
          expect([...found.keys()].every((exponent) => exponent >= -n)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("skip the powers whose coefficient is 0", () => {
    const found = coefficientsAbove(over(power("B", 3), minus(power("B", 2), 1)), "B", -4);
    expect([...found.keys()]).toEqual([1, -1, -3]);
  });

  it("are compared in every power above the order, in either direction", () => {
    const ratio = over(gamma(plus("B", "x")), times(gamma("B"), power("B", "x")));
    // Gamma(B+x)/(Gamma(B) B^x) = 1 + x (x-1)/(2B) + ...
    const next = over(times("x", minus("x", 1)), times(2, "B"));
    expect(proves(equation(ratio, plus(1, next, order(-2))))).toBe("proved");
    expect(() => proves(equation(ratio, plus(1, order(-2))))).toThrow("does not follow");
    expect(() => proves(equation(ratio, plus(1, next, over(1, power("B", 2)), order(-3))))).toThrow("does not follow");
    expect(proves(equation(ratio, plus(1, order(-1))))).toBe("proved");
    expect(() => proves(equation(ratio, plus("B", 1, order(-1))))).toThrow("does not follow");
  });

  it("are read with their order term anywhere in the sum", () => {
    const read = readExpansion(equation(symbol("y"), plus(1, order(-2), over(1, "B"))))!;
    expect([read.name, read.order]).toEqual(["B", -2]);
    expect(coefficientEquations({ ...read, left: plus(1, over(1, "B")) })).toHaveLength(2);
    expect(readExpansion(equation(symbol("y"), integer(1)))).toBeNull();
    expect(readExpansion(equation(symbol("y"), call("BigO", symbol("B"))))).toMatchObject({ order: 1 });
  });

  it("in half powers, with two order terms or in more than a symbol are refused", () => {
    expect(() => coefficientsAbove(root("B"), "B", -1)).toThrow(RangeError);
    expect(() => coefficientsAbove(plus(1, over(1, root("B"))), "B", -1)).toThrow(RangeError);
    expect(() => readExpansion(equation(symbol("y"), plus(order(-1), order(-2))))).toThrow(RangeError);
    expect(() => readExpansion(equation(symbol("y"), call("BigO", power(plus("B", 1), 2))))).toThrow(RangeError);
    expect(() => proves(equation(symbol("B"), symbol("B")))).toThrow("no order term");
  });
});
