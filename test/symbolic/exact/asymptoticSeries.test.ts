import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { seriesAtInfinity } from "../../../src/symbolic/algebra/series.js";
import { rationalFunctionExpression } from "../../../src/symbolic/algebra/toExpression.js";
import { gamma, kernelOf, minus, over, pi, plus, power, root, type Term, times } from "../../../src/symbolic/build.js";
import { asymptoticSeries } from "../../../src/symbolic/exact/asymptoticSeries.js";
import { decide } from "../../../src/symbolic/exact/decide.js";
import { NotExact } from "../../../src/symbolic/exact/notExact.js";
import { call, type Expression, fold, integer, isCall, symbol } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { lowerOf, subtract as subtractBalls, upperOf } from "../../../src/symbolic/precise/ball.js";
import { rationalFromDecimal } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import { log2Magnitude } from "../../../src/symbolic/precise/magnitude.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { acos, half, rateOf, rho, square } from "./support.js";

interface Reference {
  readonly rates: readonly {
    readonly a: number;
    readonly coefficients: readonly {
      readonly numerator: readonly number[];
      readonly denominator: readonly number[];
    }[];
  }[];
  readonly gammaRatios: readonly { readonly a: string; readonly b: string; readonly coefficients: readonly string[] }[];
  readonly values: readonly {
    readonly alpha: string;
    readonly B: number;
    readonly kernel: string;
    readonly rate: string;
  }[];
}

const reference: Reference = JSON.parse(readFileSync(new URL("../../reference/exact.json", import.meta.url), "utf8"));

const isOrder = (node: Expression) => node.head === "BigO";

/** The series without its order term. */
const truncated = (series: Expression): Expression =>
  fold<Expression>(series, (node, args) => {
    if (!isCall(node)) return node;
    return isOrder(node) ? integer(0) : call(node.head, ...args);
  });

const fraction = (written: string): Expression => {
  const [p, q] = written.split("/").map(BigInt);
  return q === undefined ? integer(p!) : over(p!, q);
};

const inPi = (coefficients: readonly number[]): Expression =>
  plus(...coefficients.map((c, k) => times(c, power(pi, k))));

const proves = (left: Expression, right: Expression) =>
  expect(decide(equation(left, right), { points: 0 })).toEqual({ status: "proved" });

/** log2 |value - series| at B, from balls. */
function errorAt(expression: Expression, series: Expression, B: number, alpha = rational(17, 10)): number {
  const at = { B: rational(B), alpha, c: rational(1, 3) };
  const [a, b] = [expression, truncated(series)].map((side) => evaluateBall(side, at, 80));
  const difference = subtractBalls(a!, b!, 400);
  expect(log2Magnitude(lowerOf(difference))).toBeGreaterThan(log2Magnitude(upperOf(difference)) - 1);
  return log2Magnitude(upperOf(difference));
}

/** The order of the error, from its values at 2^20 and 2^24. */
const orderOf = (expression: Expression, series: Expression): number =>
  (errorAt(expression, series, 2 ** 24) - errorAt(expression, series, 2 ** 20)) / 4;

describe("asymptoticSeries", () => {
  it.each(reference.rates)("expands the rate of degree $a as SymPy does", ({ a, coefficients }) => {
    const series = asymptoticSeries(rateOf(a), "B", coefficients.length);
    const expected = coefficients.map(({ numerator, denominator }, k) =>
      over(over(inPi(numerator), inPi(denominator)), power("B", k)),
    );
    proves(truncated(series), plus(...expected));
    expect(text(series)).toMatch(new RegExp(`O\\(B\\^\\(-${coefficients.length}\\)\\)$`));
  });

  it("writes the ReLU rate", () => {
    expect(text(asymptoticSeries(rateOf(1), "B", 3))).toBe(
      "pi/(pi - 1) + (2*pi^2 - pi - 2)/(2*B*(pi - 1)^2) + (12*pi^3 - 19*pi^2 + 8)/(4*B^2*(pi - 1)^3) + O(B^(-3))",
    );
  });

  it.each(reference.gammaRatios)("expands Gamma(B/2+$a)/Gamma(B/2+$b) as Tricomi and Erdelyi do", (row) => {
    const [a, b] = [fraction(row.a), fraction(row.b)];
    const ratio = over(gamma(plus(over("B", 2), a)), gamma(plus(over("B", 2), b)));
    const leading = power(over("B", 2), minus(a, b));
    const series = asymptoticSeries(ratio, "B", row.coefficients.length);
    const expected = row.coefficients.map((c, k) => over(fraction(c), power(over("B", 2), k)));
    proves(truncated(series), times(leading, plus(...expected)));
  });

  const alphas = [...new Set(reference.values.map(({ alpha }) => alpha))];
  it.each(alphas)("comes close to J_%s(-1/(B-1)) and its rate at large B", (alpha) => {
    const terms = 4;
    for (const quantity of ["kernel", "rate"] as const) {
      const expression = quantity === "kernel" ? kernelOf(fraction(alpha), rho) : rateOf(fraction(alpha));
      const sum = truncated(asymptoticSeries(expression, "B", terms));
      for (const { B, [quantity]: value } of reference.values.filter((row) => row.alpha === alpha)) {
        const ball = evaluateBall(sum, { B: rational(B) }, 60);
        const exact = evaluateBall(symbol("value"), { value: rationalFromDecimal(value) }, 60);
        const error = log2Magnitude(upperOf(subtractBalls(ball, exact, 300)));
        // the next term, with a coefficient of at most 200
        expect(error).toBeLessThan(Math.log2(200) - terms * Math.log2(B));
      }
    }
  });

  it("is the series of the algebra for rational functions", () => {
    const whole = fc.integer({ min: -6, max: 6 });
    fc.assert(
      fc.property(
        fc.array(whole, { minLength: 1, maxLength: 4 }),
        fc.array(whole, { minLength: 1, maxLength: 4 }),
        (p, q) => {
          const polynomial = (list: readonly number[]) => plus(...list.map((c, k) => times(c, power("B", k))));
          if (q.every((c) => c === 0) || p.every((c) => c === 0)) return;
          const expression = over(polynomial(p), polynomial(q));
          const { leadingPower, coefficients } = seriesAtInfinity(rationalFunctionOf(expression)!, "B", 4);
          const expected = coefficients.map((c, k) =>
            times(rationalFunctionExpression(c), power("B", leadingPower - k)),
          );
          proves(truncated(asymptoticSeries(expression, "B", 4)), plus(...expected));
        },
      ),
      { numRuns: 100 },
    );
  });

  const orders: readonly (readonly [string, Expression, number, number])[] = [
    ["a root", root(times("B", minus("B", 2))), 4, -3],
    ["a half-integer power", power(minus("B", 1), over(3, 2)), 3, -1.5],
    ["half steps", over(1, plus(1, root("B"))), 3, -3.5],
    ["arccos about 0", acos(rho), 4, -4],
    ["arccos about a symbol", acos(over(times("c", minus("B", 1)), "B")), 3, -3],
    ["arccos about 1", acos(minus(1, over(1, "B"))), 3, -3.5],
    ["a kernel of symbolic degree", kernelOf("alpha", rho), 4, -4],
    ["a kernel about a symbol", kernelOf("alpha", over(times("c", minus("B", 1)), "B")), 3, -3],
    ["a rate of symbolic degree", rateOf("alpha"), 2, -2],
    ["a power with B in base and exponent", power(plus(1, over(1, "B")), "B"), 3, -3],
    [
      "a Gamma ratio of symbolic order",
      times(over(gamma(plus("alpha", over("B", 2))), gamma(over("B", 2))), power("B", over(-17, 10))),
      3,
      -3,
    ],
    ["an exponential", call("Exp", over(root("c"), "B")), 3, -3],
    ["a logarithm", call("Log", plus(2, over(1, "B"))), 3, -3],
  ];
  it.each(orders)("has an error of the stated order: %s", (_, expression, terms, order) => {
    const series = asymptoticSeries(expression, "B", terms);
    expect(orderOf(expression, series)).toBeCloseTo(order, 1);
  });

  it("puts what grows otherwise before the series", () => {
    expect(text(asymptoticSeries(gamma("B"), "B", 2))).toBe(
      "B^((2*B - 1)/2)*exp(-B)*(sqrt(2*pi) + sqrt(2*pi)/(12*B) + O(B^(-2)))",
    );
    expect(text(asymptoticSeries(times(power(6, "B"), minus("B", 1)), "B", 2))).toBe("B*2^B*3^B*(1 - 1/B + O(B^(-2)))");
  });

  it("has the corrected coefficients of B.69, printed wrongly", () => {
    const a: Term = "alpha";
    const slope = (k: Term, c: Term) => times(over(square(k), minus(times(2, k), 1)), kernelOf(minus(k, 1), c));
    const difference = minus(1, kernelOf(a, rho));
    const R = over(slope(a, rho), difference);
    const forwardL = over(
      plus(times(a, minus("B", 2)), over(times("B", R), minus("B", 1))),
      plus(minus("B", 1), times(2, a)),
    );
    const forwardM = over(times("B", R), plus(minus("B", 1), times(2, a)));
    const gap = minus(1, kernelOf(a, 0));
    const first = over(slope(a, 0), gap);
    const second = over(times(over(square(a), minus(times(2, a), 1)), slope(minus(a, 1), 0)), gap);
    const expectedL = plus(a, over(minus(first, times(a, plus(times(2, a), 1))), "B"));
    const coefficientM = minus(minus(times(minus(1, times(2, a)), first), second), square(first));
    const expectedM = plus(first, over(coefficientM, "B"));
    proves(truncated(asymptoticSeries(forwardL, "B", 2)), expectedL);
    proves(truncated(asymptoticSeries(forwardM, "B", 2)), expectedM);
  });

  it("is 0 for what is zero, and goes on where the first terms cancel", () => {
    expect(asymptoticSeries(minus(square(root("B")), "B"), "B", 3)).toEqual(integer(0));
    const tiny = minus(root(plus(square("B"), power("B", -9))), "B");
    expect(text(asymptoticSeries(tiny, "B", 1))).toBe("1/(2*B^10) + O(B^(-11))");
  });

  it("refuses terms that grow differently, unbounded arguments, edges and sizes", () => {
    const refused = [
      plus(power(2, "B"), "B"),
      call("Exp", root("B")),
      kernelOf("alpha", minus(1, over(1, "B"))),
      kernelOf(plus("alpha", "B"), "c"),
      call("Sin", symbol("B")),
      call("EllipticK", over(1, "B")),
      gamma(minus(half, "B")),
    ];
    for (const expression of refused) expect(() => asymptoticSeries(expression, "B", 2)).toThrow(NotExact);
    expect(() => asymptoticSeries(symbol("B"), "B", 0)).toThrow(RangeError);
    expect(() => asymptoticSeries(symbol("B"), "B", 61)).toThrow(RangeError);
  });
});
