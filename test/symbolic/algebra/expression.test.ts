import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import * as R from "../../../src/symbolic/algebra/rationalFunction.js";
import {
  polynomialExpression,
  rationalExpression,
  rationalFunctionExpression,
} from "../../../src/symbolic/algebra/toExpression.js";
import { call, type Expression, fold, integer, isCall, number, symbol } from "../../../src/symbolic/expression.js";
import { rational } from "../../../src/symbolic/rational.js";
import { functions, polynomials, rationals } from "./arbitraries.js";

/** [pattern of the operator, binding of it, least binding of its arguments] */
const operators: Readonly<Record<string, readonly [string, number, readonly number[]]>> = {
  Add: [" + ", 1, [1, 2]],
  Subtract: [" - ", 1, [1, 2]],
  Multiply: [" ", 2, [2, 3]],
  Divide: ["/", 2, [2, 3]],
  Power: ["^", 4, [5, 5]],
  Negate: ["-", 1.5, [2]],
};

/** As in a formula: juxtaposition for products. */
function text(expression: Expression): string {
  return fold<readonly [string, number]>(expression, (node, args) => {
    if (!isCall(node))
      return node.head === "Symbol" ? [node.name, 9] : [String(node.value), Number(node.value) < 0 ? 2 : 9];
    const [sign, binding, least] = operators[node.head]!;
    const parts = args.map(([part, own], i) => (own < least[i]! ? `(${part})` : part));
    return [node.head === "Negate" ? `-${parts[0]}` : parts.join(sign), binding];
  })[0];
}

const [B, a] = [symbol("B"), symbol("a")];
const plus = (p: Expression, k: Expression | number) => call("Add", p, typeof k === "number" ? integer(k) : k);
const times = (...list: readonly (Expression | number)[]) =>
  list.map((p) => (typeof p === "number" ? integer(p) : p)).reduce((p, q) => call("Multiply", p, q));
const over = (p: Expression | number, q: Expression | number) => call("Divide", times(p), times(q));
const power = (p: Expression, n: number) => call("Power", p, integer(n));
const written = (expression: Expression) => text(rationalFunctionExpression(rationalFunctionOf(expression)!));

describe("rationalFunctionExpression", () => {
  it.each<[string, Expression]>([
    ["(B - 2)/(B - 3)", plus(over(1, plus(B, -3)), 1)],
    ["(B^2 + 4 B - 7)/(B (B - 3))", over(plus(plus(power(B, 2), times(4, B)), -7), times(B, plus(B, -3)))],
    [
      "3 (B + 1) (B + 7) (5 B - 2)/(2 (B - 1)^2 (B - 3) (B + 3))",
      over(
        times(3, plus(B, 1), plus(B, 7), plus(times(5, B), -2)),
        times(2, plus(B, 3), plus(B, -3), power(plus(B, -1), 2)),
      ),
    ],
    ["-1/(B - 1)", over(-1, plus(B, -1))],
    ["-1/(B - 1)", over(1, plus(times(-1, B), 1))],
    ["(2 - B)/B", plus(over(2, B), -1)],
    ["-(B + 1)/(B - 3)", over(plus(B, 1), plus(times(-1, B), 3))],
    ["-1/2", over(2, -4)],
    ["2/3", over(4, 6)],
    ["0", plus(B, times(-1, B))],
    ["-7", integer(-7)],
    ["-B", times(-1, B)],
    ["-3 B/2", over(times(-3, B), 2)],
    ["B^2 - 1", plus(power(B, 2), -1)],
    ["1 - B^2", plus(times(-1, power(B, 2)), 1)],
    ["1/((B - 1) (B + 1))", over(1, plus(power(B, 2), -1))],
    ["1/(B^12 - 1)", over(1, plus(power(B, 12), -1))],
    ["-B^2 + 3 B + 1", plus(plus(times(-1, power(B, 2)), times(3, B)), 1)],
    ["2 (B + 1)", plus(times(2, B), 2)],
    ["(B + 1)^2", plus(plus(power(B, 2), times(2, B)), 1)],
    ["B + a", plus(a, B)],
    ["(B + 2 a - 1) (B + 2 a - 3)", times(plus(plus(B, times(2, a)), -3), plus(plus(B, times(2, a)), -1))],
    ["a^2/((B - 3) (2 a - 1))", over(power(a, 2), times(plus(B, -3), plus(times(2, a), -1)))],
    ["(2 B + 1)/2", plus(B, over(1, 2))],
  ])("writes %s", (expected, expression) => {
    expect(written(expression)).toBe(expected);
  });

  it("reads back as the same function, without a double, a factor 1 or a sum with a negative term", () => {
    fc.assert(
      fc.property(functions, (f) => {
        const expression = rationalFunctionExpression(f);
        expect(rationalFunctionOf(expression)).toEqual(f);
        fold<Expression>(expression, (node) => {
          expect(node.head).not.toBe("Number");
          if (!isCall(node)) return node;
          const [left, right] = node.args;
          if (node.head === "Multiply") {
            for (const arg of node.args) expect(arg).not.toEqual(integer(1));
            expect(right!.head).not.toBe("Negate");
          }
          if (node.head === "Add" || node.head === "Subtract") {
            expect(right!.head).not.toBe("Negate");
            if (right!.head === "Integer") expect(right!.value).toBeGreaterThan(0n);
          }
          if (node.head === "Power") expect(Number((right as { value: bigint }).value)).toBeGreaterThan(1);
          if (node.head === "Divide") expect(right).not.toEqual(integer(1));
          if (node.head === "Negate") expect(left!.head).not.toBe("Negate");
          return node;
        });
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(polynomials(), (p) => {
        expect(rationalFunctionOf(polynomialExpression(p))).toEqual(R.functionOfPolynomial(p));
      }),
    );
    fc.assert(
      fc.property(rationals, (value) => {
        expect(rationalFunctionOf(rationalExpression(value))).toEqual(R.rationalFunctions.fromRational(value));
      }),
    );
  });
});

describe("rationalFunctionOf", () => {
  it("reads doubles as the shortest decimal that names them", () => {
    const constant = (value: number) => rationalFunctionOf(number(value));
    const fraction = (p: bigint, q: bigint) => R.rationalFunctions.fromRational(rational(p, q));
    expect(constant(0.1)).toEqual(fraction(1n, 10n));
    expect(constant(-2.5e-7)).toEqual(fraction(-25n, 10n ** 8n));
    expect(constant(1e22)).toEqual(fraction(10n ** 22n, 1n));
    expect(constant(-0)).toEqual(R.rationalFunctions.zero);
    expect(constant(5e-324)).toEqual(fraction(5n, 10n ** 324n));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { numerator, denominator } = constant(value)!;
        const [p, q] = [P.leadingCoefficient(numerator), P.leadingCoefficient(denominator)];
        // Multiplied up to a whole number of units of 10^-324, the digits name the same double.
        return Number(`${p * (10n ** 340n / q)}e-340`) === value;
      }),
    );
  });

  it("knows which expressions are rational functions", () => {
    for (const other of [
      call("Sqrt", B),
      call("Power", B, a),
      call("Power", B, over(1, 2)),
      call("Power", integer(2), B),
      call("Pi"),
      number(Number.NaN),
      number(Number.POSITIVE_INFINITY),
      call("Multiply", integer(0), call("Sin", B)),
    ]) {
      expect(rationalFunctionOf(other)).toBeNull();
    }
    const two = over(6, 3);
    expect(rationalFunctionOf(call("Power", B, two))).toEqual(rationalFunctionOf(times(B, B)));
    expect(rationalFunctionOf(call("Power", B, number(-1)))).toEqual(rationalFunctionOf(over(1, B)));
    expect(rationalFunctionOf(over(B, B))).toEqual(R.rationalFunctions.one);
    expect(rationalFunctionOf(call("Negate", B))).toEqual(rationalFunctionOf(times(-1, B)));
  });

  it("refuses a division by the zero function", () => {
    const zero = call("Subtract", B, B);
    expect(() => rationalFunctionOf(over(1, zero))).toThrow(RangeError);
    expect(() => rationalFunctionOf(power(zero, -2))).toThrow(RangeError);
  });
});
