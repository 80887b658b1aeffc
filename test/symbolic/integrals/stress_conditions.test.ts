import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { over, plus, power, times } from "../../../src/symbolic/build.js";
import {
  type CallExpression,
  call,
  type Expression,
  integer,
  number,
  symbol,
} from "../../../src/symbolic/expression.js";
import { relu } from "../../../src/symbolic/integrals/formula.js";
import { apply, instantiate } from "../../../src/symbolic/integrals/instantiate.js";
import { integrate } from "../../../src/symbolic/integrals/integrate.js";
import type { Rule } from "../../../src/symbolic/integrals/rule.js";
import { rules } from "../../../src/symbolic/integrals/rules.js";
import { numerically, type Values } from "./numerically.js";

const byName = new Map(rules.map((rule) => [rule.name, rule]));

/** Where the integrand is looked at: distances of 10^-k from a point, from above or below, or 10^k. */
type End = { readonly at: number; readonly side: 1 | -1 } | "infinity";

const above = (at: number): End => ({ at, side: 1 });
const below = (at: number): End => ({ at, side: -1 });

interface Edge {
  readonly rule: string;
  /** On the boundary, where the integral diverges. */
  readonly outside: Values;
  /** Just inside. */
  readonly inside: Values;
  readonly end: End;
}

const edge = (rule: string, fixed: Values, name: string, limit: number, step: number, end: End): Edge => ({
  rule,
  outside: { ...fixed, [name]: limit },
  inside: { ...fixed, [name]: limit + step },
  end,
});

const edges: readonly Edge[] = [
  edge("beta", { b: 2 }, "a", 0, 0.5, above(0)),
  edge("beta", { a: 2 }, "b", 0, 0.5, below(1)),
  edge("beta of a square", { b: 2 }, "a", 0, 0.5, above(0)),
  edge("beta of a square", { a: 2 }, "b", 0, 0.5, below(1)),
  edge("beta on [-1, 1]", { b: 2 }, "a", 0, 0.5, below(1)),
  edge("beta on [-1, 1]", { a: 2 }, "b", 0, 0.5, above(-1)),
  edge("Laplace", { b: 2 }, "a", 0, 0.5, above(0)),
  edge("Laplace", { a: 2 }, "b", 2, 0.5, "infinity"),
  edge("scaled Laplace", { b: 2, m: 3 }, "a", 0, 0.5, above(0)),
  edge("scaled Laplace", { a: 2, m: 3 }, "b", 2, 0.5, "infinity"),
  edge("scaled Laplace", { a: 2, b: 3 }, "m", 0, 0.5, "infinity"),
  edge("Schwinger", { c: 1 }, "k", 0, 0.5, above(0)),
  edge("Schwinger", { k: 1 }, "c", 0, 0.5, "infinity"),
  edge("radial", {}, "k", 0, 0.5, above(0)),
  edge("scaled radial", { c: 1 }, "k", 0, 0.5, above(0)),
  edge("scaled radial", { k: 1 }, "c", 0, 0.5, "infinity"),
  edge("chi moment", { n: 3 }, "d", -3, 0.5, above(0)),
  edge("chi inverse square", {}, "n", 2, 0.5, above(0)),
  edge("Euler's integral of 2F1", { a: 1, c: 3, z: 0.5 }, "b", 0, 0.5, above(0)),
  edge("Euler's integral of 2F1", { a: 1, b: 2, z: 0.5 }, "c", 2, 0.5, below(1)),
  edge("sine and even cosine", { m: 1 }, "p", -1, 0.5, above(0)),
  edge("sine and even cosine", { p: 0 }, "m", -1, 1, below(Math.PI / 2)),
  edge("sine and odd cosine", { m: 1 }, "p", -1, 0.5, below(Math.PI)),
  edge("sine and odd cosine", { p: 0 }, "m", -1, 1, above(Math.PI / 2)),
  edge("sine and cosine on a quarter", { q: 1 }, "p", -1, 0.5, above(0)),
  edge("sine and cosine on a quarter", { p: 1 }, "q", -1, 0.5, below(Math.PI / 2)),
  edge("wedge integral", { theta: 1 }, "alpha", -1, 0.6, below(Math.PI / 2)),
  edge("mass of the Gegenbauer weight", {}, "lambda", -0.5, 0.4, below(1)),
  edge("absolute moment of the Gegenbauer weight", { lambda: 1 }, "p", -1, 0.5, above(0)),
  edge("absolute moment of the Gegenbauer weight", { p: 1 }, "lambda", -0.5, 0.4, below(1)),
  edge("odd moment of the Gegenbauer weight", { lambda: 1 }, "l", -1, 1, above(0)),
  edge("Gegenbauer norm", { k: 1 }, "lambda", -0.5, 0.4, below(1)),
  edge("Gegenbauer orthogonality", { j: 0, k: 1 }, "lambda", -0.5, 0.4, below(1)),
  edge("Gegenbauer moment", { k: 1, l: 1 }, "lambda", -0.5, 0.4, below(1)),
  edge("low Gegenbauer moment", { m: 0, k: 1 }, "lambda", -0.5, 0.4, below(1)),
  edge("odd Gegenbauer moment", { k: 0, l: 0 }, "lambda", -0.5, 0.4, below(1)),
];

const exact = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, number(value)]));

/** The integral of |f| over the k-th decade from the end. */
function decade(rule: Rule, values: Values, end: End, k: number): number {
  const [body, variable] = (rule.claim.left as CallExpression).args as [Expression, Expression];
  const size = call("Abs", body);
  const between = (from: number, to: number) =>
    numerically(call("Integral", size, variable, number(from), number(to)), values);
  if (end === "infinity") return between(10 ** k, 10 ** (k + 1));
  const [near, far] = [end.at + end.side * 10 ** -(k + 1), end.at + end.side * 10 ** -k];
  return between(Math.min(near, far), Math.max(near, far));
}

describe("the conditions", () => {
  it.each(edges)("of $rule are tight at $outside: decades do not shrink there, and do at $inside", (given) => {
    const rule = byName.get(given.rule)!;
    const ratio = (values: Values) => {
      const later = decade(rule, values, given.end, 5);
      return later === 0 ? 0 : later / decade(rule, values, given.end, 3);
    };
    expect(ratio(given.outside)).toBeGreaterThan(0.99);
    expect(ratio(given.inside)).toBeLessThan(0.7);
    // The wedge integral converges down to -1, but its right side is not defined below -1/2.
    const limits = given.rule === "wedge integral" ? { ...given.outside, alpha: -0.5 } : given.outside;
    expect(() => apply(rule, exact(limits))).toThrow(RangeError);
    expect(integrate(instantiate({ ...rule, conditions: [] }, exact(limits)).claim.left)).toBeNull();
    expect(() => apply(rule, exact(given.inside))).not.toThrow();
  });

  it("of the means: |z|^p is integrable above p = -1 only", () => {
    const onLine = (rule: string, values: Values, along: (d: number) => Values) => {
      const [body] = (byName.get(rule)!.claim.left as CallExpression).args as [Expression];
      // int over a decade of what is like d^p: its middle times its width, to a constant
      const at = (k: number) => 10 ** -k * Math.abs(numerically(body, { ...values, ...along(10 ** -k) }));
      return at(9) / at(5);
    };
    const first = (d: number) => ({ z1: d, z2: 0.7 });
    const both = (d: number) => ({ z1: d, z2: d });
    expect(onLine("absolute Gaussian moment", { p: -1 }, first)).toBeGreaterThan(0.99);
    expect(onLine("absolute Gaussian moment", { p: -0.9 }, first)).toBeLessThan(0.5);
    expect(onLine("Gaussian moment of the half line", { p: -1 }, first)).toBeGreaterThan(0.99);
    expect(onLine("wedge", { a: -1, b: 1 }, first)).toBeGreaterThan(0.99);
    // at c = 1 the two powers meet
    expect(onLine("arc-cosine kernel", { alpha: -0.5 }, both)).toBeGreaterThan(0.99);
    expect(onLine("arc-cosine kernel", { alpha: -0.45 }, both)).toBeLessThan(0.5);
  });

  it("of the ReLU: its power 0 is 1 on the whole line, so p = 0 is out", () => {
    const rule = byName.get("Gaussian moment of the ReLU")!;
    expect(numerically(rule.claim.left, { p: 0, c: 0.5 })).toBeCloseTo(1, 12);
    expect(numerically(rule.claim.right, { p: 0, c: 0.5 })).toBeCloseTo(0.5, 12);
    expect(() => apply(rule, { p: integer(0) })).toThrow(RangeError);
  });
});

describe("instantiate", () => {
  const beta = byName.get("beta")!;

  it("refuses a name that is no parameter", () => {
    expect(() => apply(beta, { q: integer(1) })).toThrow(/no parameter q/);
    expect(() => apply(beta, { t: integer(1) })).toThrow(RangeError);
  });

  it("keeps what it cannot decide, drops what holds", () => {
    const instance = instantiate(beta, { a: integer(2) });
    expect(instance.parameters).toEqual(["b"]);
    expect(instance.conditions).toHaveLength(1);
    expect(instantiate(beta, { a: integer(2), b: symbol("B") }).conditions).toHaveLength(1);
    expect(instantiate(beta, { a: integer(2), b: number(0.5) }).conditions).toHaveLength(0);
  });

  it("replaces all parameters at once", () => {
    const swapped = apply(beta, { a: symbol("b"), b: symbol("a") });
    const plain = numerically(beta.claim.right, { a: 2, b: 5 });
    expect(numerically(swapped.right, { a: 5, b: 2 })).toBe(plain);
    expect(numerically(swapped.left, { a: 5, b: 2 })).toBeCloseTo(numerically(beta.claim.left, { a: 2, b: 5 }), 14);
  });

  it("renames a bound symbol that would capture a parameter's value", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (t, b) => {
          const claim = apply(beta, { a: plus(symbol("t"), 1), b: times(symbol("b"), 2) });
          const left = numerically(claim.left, { t, b });
          const right = numerically(claim.right, { t, b });
          expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-12 * right);
          expect(Math.abs(left - numerically(beta.claim.right, { a: t + 1, b: 2 * b }))).toBeLessThanOrEqual(
            1e-12 * left,
          );
        },
      ),
    );
    const kernel = apply(byName.get("wedge")!, { theta: symbol("x"), a: symbol("x") });
    expect(
      Math.abs(numerically(kernel.left, { x: 1, b: 0.5 }) / numerically(kernel.right, { x: 1, b: 0.5 }) - 1),
    ).toBeLessThan(1e-10);
  });

  it("compares angles with pi exactly", () => {
    const wedge = byName.get("wedge")!;
    const third = times(call("Pi"), call("Divide", integer(1), integer(3)));
    expect(instantiate(wedge, { theta: third }).conditions).toHaveLength(2);
    expect(() => apply(wedge, { theta: call("Pi") })).toThrow(RangeError);
    expect(() => apply(wedge, { theta: over(22, 7) })).toThrow(RangeError);
    expect(() => apply(wedge, { theta: over(333, 106) })).not.toThrow();
  });

  it("does not take a power of a ReLU for a function of degree 0", () => {
    const mean = call("GaussianMean", power(relu("z1"), 0), symbol("z1"), symbol("z2"), symbol("c"));
    expect(numerically(integrate(mean)!.result, { c: 0.5 })).toBe(1);
  });
});
