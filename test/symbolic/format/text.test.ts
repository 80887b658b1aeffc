import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../../src/symbolic/activation/parse.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { type Expression, headNames, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { text, textOf } from "../../../src/symbolic/format/text.js";
import { heads } from "../../../src/symbolic/heads.js";
import { compare, element, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { treesOf } from "./anyExpression.js";
import { add, divide, half, infinity, multiply, negate, of, pi, power, subtract } from "./build.js";

const formulas: readonly (readonly [Expression, string])[] = [
  [divide(multiply("B", subtract("B", 3)), 2), "B*(B - 3)/2"],
  [multiply(half, "x"), "1/2*x"],
  [power(integer(-2), "x"), "(-2)^x"],
  [of("Gamma", divide("B", 2)), "gamma(B/2)"],
  [of("ArccosineKernel", "alpha", "c"), "J(alpha, c)"],
  [of("Hypergeometric", half, half, divide(3, 2), power("c", 2)), "hypergeometric(1/2, 1/2, 3/2, c^2)"],
  [of("Gegenbauer", "k", "lambda", "x"), "gegenbauer(k, lambda, x)"],
  [of("Pochhammer", "a", "k"), "pochhammer(a, k)"],
  [of("Factorial", add("n", 1)), "factorial(n + 1)"],
  [of("Binomial", "n", "k"), "binomial(n, k)"],
  [of("Beta", "a", "b"), "beta(a, b)"],
  [of("Polygamma", 0, "x"), "polygamma(0, x)"],
  [of("EllipticK", "m"), "ellipticK(m)"],
  [of("EllipticE", "m"), "ellipticE(m)"],
  [add(1, of("BigO", power("B", -3))), "1 + O(B^(-3))"],
  [of("Sum", power("x", "k"), "k", 0, infinity), "sum(x^k, k, 0, infinity)"],
  [of("Integral", of("Exp", negate("x")), "x", 0, infinity), "integral(exp(-x), x, 0, infinity)"],
  [of("GaussianMean", multiply("z1", "z2"), "z1", "z2", "c"), "gaussianMean(z1*z2, z1, z2, c)"],
  [of("SphereMean", multiply("z1", "z2"), "z1", "z2", "B"), "sphereMean(z1*z2, z1, z2, B)"],
  [multiply(2, pi), "2*pi"],
  [integer(10n ** 30n), `1${"0".repeat(30)}`],
];

const statements: readonly (readonly [Proposition, string])[] = [
  [equation(symbol("x"), add(1, "y")), "x = 1 + y"],
  [compare("NotEqual", symbol("x"), integer(0)), "x != 0"],
  [compare("LessEqual", integer(4), symbol("B")), "4 <= B"],
  [compare("Greater", of("Less", "x", 1), integer(0)), "(x < 1) > 0"],
  [equation(of("Conditional", "x", 1, 2), of("And", "x", "y")), "(x ? 1 : 2) = (x and y)"],
  [element(divide("B", 2), "Integers"), "B/2 in Integers"],
];

describe("text", () => {
  it.each(formulas)("of a formula: case %#", (expression, printed) => {
    expect(text(expression)).toBe(printed);
  });

  it.each(statements)("of a statement: case %#", (proposition, printed) => {
    expect(textOf(proposition)).toBe(printed);
  });

  it("gives every head a name or a sign of its own", () => {
    const signs = headNames.map((head) => {
      const { notation } = heads[head];
      if (notation.form === "conditional") return "?";
      return `${notation.form} ${"name" in notation ? notation.name : notation.symbol}`;
    });
    expect(new Set(signs).size).toBe(headNames.length);
  });

  it("of exact whole numbers is read back to the same value", () => {
    const leaf = fc.oneof(
      fc.constant<Expression>(symbol("x")),
      fc.integer({ min: -99, max: 99 }).map(integer),
      fc.integer({ min: -9, max: 9 }).map((n) => number(n / 4)),
    );
    const tree = treesOf(["Add", "Subtract", "Multiply", "Divide", "Negate", "Power", "Tanh", "Max"], leaf);
    fc.assert(
      fc.property(tree, fc.double({ min: -3, max: 3, noNaN: true }), (expression, x) => {
        const printed = text(expression);
        fc.pre(printed.length <= 500);
        const [got, want] = [evaluate(parse(printed).expression, { x }), evaluate(expression, { x })];
        expect(Object.is(got, want) || Math.abs(got - want) <= 1e-12 * Math.abs(want)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
