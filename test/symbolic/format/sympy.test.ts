import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Expression, fold, headNames, integer, number, symbol } from "../../../src/symbolic/expression.js";
import { type JsonExpression, toJson } from "../../../src/symbolic/format/json.js";
import { sympy, sympyDeclaration, sympyName } from "../../../src/symbolic/format/sympy.js";
import { relativeError } from "../../support/errors.js";
import { add, divide, multiply, negate, of, power, subtract } from "./build.js";
import { doubleOf, formulas } from "./formulas.js";

interface Golden {
  readonly name: string;
  readonly expression: JsonExpression;
  readonly declaration: string;
  readonly sympy: string;
  readonly points: readonly Record<string, number>[];
  readonly values: readonly string[];
}

const reference = JSON.parse(readFileSync(new URL("../../reference/formulas.json", import.meta.url), "utf8"));
const golden: readonly Golden[] = reference.formulas;

describe("SymPy source", () => {
  it("has a golden value for every formula and point of the list", () => {
    expect(golden.map(({ name }) => name)).toEqual(formulas.map(({ name }) => name));
    expect(golden.map(({ points, values }) => [points.length, values.length])).toEqual(
      formulas.map(({ points }) => [points.length, points.length]),
    );
    expect(golden.length).toBeGreaterThanOrEqual(40);
  });

  it("uses every head in the list", () => {
    const used = new Set<string>();
    for (const { expression } of formulas) fold<Set<string>>(expression, (node) => used.add(node.head));
    expect(headNames.filter((head) => !used.has(head))).toEqual([]);
  });

  it.each(formulas.map((formula, i) => ({ ...formula, golden: golden[i]! })))(
    "of $name is the one that Python evaluated",
    (formula) => {
      expect(sympy(formula.expression)).toBe(formula.golden.sympy);
      expect(sympyDeclaration(formula.expression)).toBe(formula.golden.declaration);
      expect(toJson(formula.expression)).toEqual(formula.golden.expression);
      expect(formula.points).toEqual(formula.golden.points);
    },
  );

  it.each(formulas.map((formula, i) => ({ ...formula, golden: golden[i]! })))(
    "of $name has the value in doubles",
    (formula) => {
      formula.points.forEach((point, i) => {
        const error = relativeError(doubleOf(formula, point), Number(formula.golden.values[i]));
        expect(error, `at ${JSON.stringify(point)}`).toBeLessThan(1e-13);
      });
    },
  );

  const exact: readonly (readonly [Expression, string])[] = [
    [divide(1, 2), "Rational(1, 2)"],
    [divide(-1, 2), "Rational(-1, 2)"],
    [divide(add(1, 2), 4), "Integer(1 + 2)/4"],
    [divide(multiply(2, 3), subtract(7, 3)), "Integer(2*3)/(7 - 3)"],
    [power(2, -3), "Integer(2)**-3"],
    [power(-2, "x"), "(-2)**x"],
    [negate(power("x", 2)), "-x**2"],
    [power(negate("x"), 2), "(-x)**2"],
    [power(power("x", 2), 3), "(x**2)**3"],
    [power("x", power(2, 3)), "x**Integer(2)**3"],
    [subtract("x", subtract("y", 1)), "x - (y - 1)"],
    [divide("x", multiply("y", 2)), "x/(y*2)"],
    [integer(123456789012345678901234567890n), "123456789012345678901234567890"],
    [number(0.5), "Rational(1, 2)"],
    [number(0.1), "Rational(3602879701896397, 36028797018963968)"],
    [number(-1e21), "-1000000000000000000000"],
    [number(Math.PI), "pi"],
    [number(-Infinity), "-oo"],
    [number(Number.NaN), "nan"],
    [of("Conditional", of("Less", "x", 1), "x", 3), "Piecewise((x, x < 1), (3, True))"],
    [of("Conditional", "x", 1, 2), "Piecewise((1, Ne(x, 0)), (2, True))"],
    [of("BigO", power("lambda", -2)), "O(lambda_**-2, (lambda_, oo))"],
  ];
  it.each(exact)("stays exact and keeps its brackets: case %#", (expression, source) => {
    expect(sympy(expression)).toBe(source);
  });

  it("renames symbols that Python or SymPy would take for something else", () => {
    for (const name of ["lambda", "E", "I", "S", "N", "O", "Q", "beta", "gamma", "zeta", "pi", "in", "None"]) {
      expect(sympyName(name)).toBe(`${name}_`);
    }
    expect(["x", "B", "sigma_max", "x'", "x''"].map(sympyName)).toEqual([
      "x",
      "B",
      "sigma_max",
      "x_prime",
      "x_prime_prime",
    ]);
    expect(sympyName('x"); import os #')).toBe("x____import_os__");
  });

  it("declares free and bound symbols", () => {
    expect(sympyDeclaration(of("Sum", multiply("lambda", "k"), "k", 0, "n"))).toBe(
      'lambda_, k, n = symbols("lambda_ k n")',
    );
    expect(sympyDeclaration(symbol("x"))).toBe('x = symbols("x")');
    expect(sympyDeclaration(integer(1))).toBe("");
  });

  it("keeps the symbols of a mean's range apart from those that it binds", () => {
    const source = sympy(of("GaussianMean", multiply("z1", "z2"), "z1", "z2", "z1"));
    expect(source).toContain("(z1_prime, -oo, oo)");
    expect(source).toContain("sqrt(1 - z1**2)");
    const sphere = sympy(of("SphereMean", multiply("t", "z1"), "z1", "z2", "B"));
    expect(sphere).toContain("(t_prime, 0, pi/2)");
  });

  it("refuses two symbols of one name, and order terms without a variable", () => {
    expect(() => sympy(add("lambda", "lambda_"))).toThrow(RangeError);
    expect(() => sympy(of("BigO", 1))).toThrow(RangeError);
    expect(() => sympy(of("BigO", add("x", "y")))).toThrow(RangeError);
  });
});
