import { describe, expect, it } from "vitest";
import { gaussLegendre } from "../../../src/numeric/quadrature/gaussLegendre.js";
import { applyRule } from "../../../src/numeric/quadrature/rule.js";
import { differentiate } from "../../../src/symbolic/differentiate.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, contains, type Expression, fold, isCall, number, symbol } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { gaussianMeanIntegral, sphereMeanIntegral } from "../../../src/symbolic/heads/means.js";
import { add, divide, half, infinity, multiply, of, power } from "../format/build.js";

const slope = (expression: Expression, name = "x") => differentiate(expression, name);

/** Every Integral by Gauss' rule, from the outside in; infinite ends are cut at 9. */
function quadrature(expression: Expression, values: Readonly<Record<string, number>>, points = 64): number {
  const rule = gaussLegendre(points);
  const go = (node: Expression, own: Readonly<Record<string, number>>): number => {
    if (!fold<boolean>(node, (part, args) => part.head === "Integral" || args.includes(true)))
      return evaluate(node, own);
    if (!isCall(node)) return evaluate(node, own);
    const [body, variable, ...ends] = node.args;
    if (node.head !== "Integral") return evaluate(call(node.head, ...node.args.map((arg) => number(go(arg, own)))));
    const [low, high] = ends.map((end) => Math.max(-9, Math.min(9, go(end, own))));
    const [middle, half] = [(low! + high!) / 2, (high! - low!) / 2];
    const name = variable!.head === "Symbol" ? variable!.name : "";
    return half * applyRule(rule, (x) => go(body!, { ...own, [name]: middle + half * x }));
  };
  return go(expression, values);
}

describe("derivatives of binders", () => {
  it("go under the sign", () => {
    expect(text(slope(of("Sum", multiply("k", "x"), "k", 0, "n")))).toMatch(/^sum\(.*, k, 0, n\)$/);
    expect(text(slope(of("GaussianMean", multiply("x", "z1"), "z1", "z2", "c")))).toMatch(
      /^gaussianMean\(.*, z1, z2, c\)$/,
    );
    expect(text(slope(of("SphereMean", of("Sin", multiply("x", "z1")), "z1", "z2", "B")))).toMatch(/^sphereMean\(/);
  });

  it("are 0 where the variable is bound, and where nothing depends on it", () => {
    expect(slope(of("Sum", power("k", 2), "k", 0, "n"), "k")).toEqual(number(0));
    expect(slope(of("Integral", of("Sin", "x"), "x", 0, 1))).toEqual(number(0));
    expect(slope(of("GaussianMean", multiply("z1", "z2"), "z1", "z2", "c"), "z2")).toEqual(number(0));
    expect(slope(of("Sum", power("k", 2), "k", 0, infinity))).toEqual(number(0));
  });

  it("keep a bound variable apart from the same name outside", () => {
    const expression = multiply(symbol("k"), of("Sum", power("k", 2), "k", 1, 3));
    expect(text(slope(expression, "k"))).toBe("1*sum(k^2, k, 1, 3) + k*0");
  });

  it("of integrals follow Leibniz' rule at the ends", () => {
    // d/dx int_x^(x^2) sin(x t) dt
    const integral = of("Integral", of("Sin", multiply("x", "t")), "t", "x", power("x", 2));
    const derivative = slope(integral);
    const at = (x: number) => quadrature(integral, { x });
    const h = 2e-3;
    const expected = (8 * (at(1.3 + h) - at(1.3 - h)) - (at(1.3 + 2 * h) - at(1.3 - 2 * h))) / (12 * h);
    expect(quadrature(derivative, { x: 1.3 })).toBeCloseTo(expected, 7);
    // the bound variable may have the name of the end's
    const own = slope(of("Integral", of("Cos", "x"), "x", 0, "x"));
    expect(evaluate(own, { x: 0.5 })).toBe(Math.cos(0.5));
  });

  it("in what else they range over are refused", () => {
    for (const refused of [
      of("Sum", "k", "k", 0, "x"),
      of("Sum", "k", "k", "x", 9),
      of("GaussianMean", multiply("z1", "z2"), "z1", "z2", "x"),
      of("SphereMean", multiply("z1", "z2"), "z1", "z2", "x"),
    ]) {
      expect(() => slope(refused)).toThrow(RangeError);
    }
  });
});

describe("values of binders", () => {
  it("do not exist in doubles", () => {
    for (const expression of [of("Sum", 1, "k", 0, 2), of("Integral", 1, "x", 0, 1)]) {
      expect(() => evaluate(expression)).toThrow(RangeError);
    }
  });
});

describe("means as integrals", () => {
  it("have the moments of two normals of correlation c", () => {
    const z = (body: Expression) => [body, symbol("z1"), symbol("z2"), symbol("c")];
    const moment = (body: Expression) => quadrature(gaussianMeanIntegral(z(body)), { c: 0.4 });
    expect(moment(multiply("z1", "z2"))).toBeCloseTo(0.4, 10);
    expect(moment(multiply(power("z1", 2), power("z2", 2)))).toBeCloseTo(1 + 2 * 0.4 ** 2, 10);
  });

  it("have the moments of two samples of a batch", () => {
    const z = (body: Expression) => [body, symbol("z1"), symbol("z2"), symbol("B")];
    const moment = (body: Expression, B: number) => quadrature(sphereMeanIntegral(z(body)), { B });
    for (const B of [5, 8]) {
      const n = B - 1;
      expect(moment(number(1), B)).toBeCloseTo(1, 11);
      expect(moment(power("z1", 2), B)).toBeCloseTo(1, 11);
      expect(moment(multiply("z1", "z2"), B)).toBeCloseTo(-1 / n, 11);
      expect(moment(multiply(power("z1", 2), power("z2", 2)), B)).toBeCloseTo(((1 + 2 / n ** 2) * n) / (n + 2), 11);
    }
  });

  it("do not capture symbols of the range", () => {
    const gaussian = gaussianMeanIntegral([multiply("z1", "z2"), symbol("z1"), symbol("z2"), divide("z1", 2)]);
    expect(contains(gaussian, "z1")).toBe(true);
    expect(quadrature(gaussian, { z1: 0.8 })).toBeCloseTo(0.4, 10);
    const sphere = sphereMeanIntegral([
      add(multiply("z1", "z2"), "t"),
      symbol("z1"),
      symbol("z2"),
      add("z2", "s", half),
    ]);
    expect(["z1", "z2", "t", "s"].map((name) => contains(sphere, name))).toEqual([false, true, true, true]);
    expect(quadrature(sphere, { z2: 3, s: 2.5, t: 2 })).toBeCloseTo(2 - 1 / 5, 11);
  });
});
