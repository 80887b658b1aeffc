import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import {
  call,
  type Expression,
  elementaryHeads,
  fold,
  type HeadName,
  integer,
  number,
  substitute,
  symbol,
} from "../../../src/symbolic/expression.js";
import { javascript, javascriptName } from "../../../src/symbolic/format/javascript.js";
import { relativeError } from "../../support/errors.js";
import { treesOf } from "./anyExpression.js";
import { add, divide, infinity, multiply, negate, of, power, subtract } from "./build.js";
import { formulas } from "./formulas.js";

type Values = Readonly<Record<string, number>>;

/** The value of the source where nothing but the language itself and the symbols exists. */
function run(expression: Expression, values: Values = {}): number {
  const scope = Object.fromEntries(Object.entries(values).map(([name, value]) => [javascriptName(name), value]));
  return new Script(`"use strict"; (${javascript(expression)})`).runInContext(createContext(scope));
}

/** Much faster than a context of its own for each call. */
function compiled(expression: Expression, names: readonly string[]): (...values: readonly number[]) => number {
  return new Function(...names.map(javascriptName), `"use strict"; return ${javascript(expression)}`) as never;
}

const hasNaN = (expression: Expression, values: Values) =>
  fold<boolean>(expression, (node, args) => args.includes(true) || Number.isNaN(evaluate(node, values)));

describe("JavaScript source", () => {
  it("is a string of Math with the brackets that it needs", () => {
    const cases: readonly (readonly [Expression, string])[] = [
      [divide(subtract("B", 2), subtract("B", 3)), "(B - 2) / (B - 3)"],
      [power(-2, "x"), "(-2) ** x"],
      [power(negate("x"), 2), "(-x) ** 2"],
      [negate(power("x", 2)), "-(x ** 2)"],
      [negate(negate("x")), "-(-x)"],
      [negate(integer(-2)), "-(-2)"],
      [power(2, negate("x")), "2 ** -x"],
      [power(power("x", 2), 3), "(x ** 2) ** 3"],
      [power("x", power(2, 3)), "x ** 2 ** 3"],
      [subtract("x", subtract("y", 1)), "x - (y - 1)"],
      [subtract("x", negate("y")), "x - -y"],
      [divide("x", multiply("y", 2)), "x / (y * 2)"],
      [of("Acos", of("Sqrt", "c")), "Math.acos(Math.sqrt(c))"],
      [multiply(2, call("Pi")), "2 * Math.PI"],
      [number(-0), "-0"],
      [integer(123456789012345678901234567890n), "1.2345678901234568e+29"],
      [of("Conditional", of("Less", "x", 1), "x", 3), "(x < 1 ? x : 3)"],
      [of("Conditional", "x", 1, 2), "(x !== 0 ? 1 : 2)"],
      [add(of("Equal", "x", 1), 1), "+(x === 1) + 1"],
    ]; // biome-ignore format: a table
    for (const [expression, source] of cases) expect(javascript(expression)).toBe(source);
  });

  it("does the operations of evaluate, bit by bit", () => {
    const exact = elementaryHeads.filter((head) => head !== "Erf" && head !== "Erfc");
    const leaf = fc.oneof(
      fc.constantFrom("x", "in").map(symbol),
      fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, 0.5, 2, Infinity)).map(number),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(integer),
      fc.constantFrom(call("Pi"), infinity),
    );
    const points = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }), fc.constantFrom(0, -0, 1));
    fc.assert(
      fc.property(treesOf(exact, leaf), points, points, (tree, x, other) => {
        const values = { x, in: other };
        // a comparison with NaN is false here and NaN there
        fc.pre(!hasNaN(tree, values));
        expect(Object.is(compiled(tree, ["x", "in"])(x, other), evaluate(tree, values))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const golden: readonly { sympy: string; values: readonly string[] }[] = JSON.parse(
    readFileSync(new URL("../../reference/formulas.json", import.meta.url), "utf8"),
  ).formulas;
  const without = ["order term", "geometric sum", "integral", "Gaussian mean", "sphere mean"];

  it.each(formulas.map((formula, i) => ({ ...formula, values: golden[i]!.values })))(
    "of $name has the golden value",
    ({ name, expression, points, values }) => {
      if (without.includes(name)) {
        expect(() => javascript(expression)).toThrow(RangeError);
        return;
      }
      points.forEach((point, i) => {
        expect(relativeError(run(expression, point), Number(values[i])), JSON.stringify(point)).toBeLessThan(1e-13);
      });
    },
  );

  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const large = fc.double({ min: 4, max: 1e6, noNaN: true });
  const whole = (max: number) => fc.integer({ min: 0, max });
  const special: readonly (readonly [HeadName, readonly fc.Arbitrary<number>[], number])[] = [
    ["Gamma", [between(-20, 100)], 1e-13],
    ["Factorial", [fc.oneof(whole(170), between(-0.9, 100))], 1e-13],
    ["Erf", [between(-7, 7)], 1e-14],
    ["Erfc", [between(-7, 26)], 1e-13],
    ["Pochhammer", [large, between(-3, 3)], 1e-13],
    ["Pochhammer", [between(-20, 20), fc.oneof(whole(30), between(-5, 20))], 1e-12],
    ["Beta", [large, between(0.1, 20)], 1e-12],
    ["Beta", [between(-8, 300), between(0.1, 300)], 1e-12],
    ["Binomial", [fc.oneof(whole(1000), between(-5, 60)), fc.oneof(whole(300), between(-2, 20))], 1e-12],
    ["Polygamma", [whole(12), between(0.05, 60)], 1e-12],
    ["Hypergeometric", [between(0, 4), between(0, 4), between(0.2, 6), between(-0.5, 0.98)], 1e-12],
    ["Hypergeometric", [between(0, 2), between(0, 2), between(2, 6), between(-20, -0.5)], 1e-12],
    ["Hypergeometric", [whole(12).map((n) => -n), between(0.1, 4), between(0.2, 6), between(-3, 0)], 1e-12],
    ["Gegenbauer", [whole(40), between(0.1, 40), between(1, 2)], 1e-12],
    ["ArccosineKernel", [between(-0.4, 20), between(-1, 1)], 1e-12],
    ["EllipticK", [between(-100, 0.9999)], 1e-13],
    ["EllipticE", [between(-100, 1)], 1e-13],
  ]; // biome-ignore format: a table
  it.each(special)("of %s agrees with the value in doubles", (head, domains, tolerance) => {
    const names = domains.map((_, i) => `x${i}`);
    const expression = call(head, ...names.map(symbol));
    const f = compiled(expression, names);
    fc.assert(
      fc.property(fc.tuple(...domains), (args) => {
        const [got, want] = [f(...args), evaluate(expression, Object.fromEntries(args.map((x, i) => [names[i]!, x])))];
        if (!Number.isFinite(want) || Math.abs(want) < 1e-290)
          return !(Math.abs(got) < 1e290 && Math.abs(got) > 1e-280);
        return relativeError(got, want) < tolerance;
      }),
      { numRuns: 300 },
    );
  });

  it("sums by loops, nested ones too", () => {
    const body = divide(power("x", "k"), add(multiply("k", "j"), 1));
    const sum = of("Sum", of("Sum", body, "j", 0, "k"), "k", 2, "n");
    let want = 0;
    for (let k = 2; k <= 9; k++) {
      for (let j = 0; j <= k; j++)
        want += evaluate(substitute(substitute(body, "k", integer(k)), "j", integer(j)), { x: 0.75 });
    }
    expect(relativeError(run(sum, { x: 0.75, n: 9 }), want)).toBeLessThan(1e-14);
    expect(run(sum, { x: 0.75, n: 1 })).toBe(0);
    expect(run(sum, { x: 0.75, n: Infinity })).toBeNaN();
  });

  it("names symbols so that they are identifiers, and keeps them apart", () => {
    expect(["in", "Math", "x'", "new"].map(javascriptName)).toEqual(["in_", "Math_", "x_prime", "new_"]);
    expect(javascriptName("x); process.exit(")).toBe("x___process_exit_");
    expect(javascriptName("$gamma")).toBe("_gamma");
    expect(run(of("Gamma", add("gamma", "beta")), { gamma: 2, beta: 3 })).toBeCloseTo(24, 11);
    expect(() => javascript(add("in", "in_"))).toThrow(RangeError);
  });

  it("writes a deep tree", () => {
    let tree: Expression = symbol("x");
    for (let i = 0; i < 999; i++) tree = call("Negate", tree);
    expect(javascript(tree).length).toBeGreaterThan(999);
  });
});
