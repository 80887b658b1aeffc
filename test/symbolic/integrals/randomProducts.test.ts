import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, negative, over, pi, plus, power, root, times } from "../../../src/symbolic/build.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type Expression, number, symbol } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import {
  absolute,
  cosine,
  exponential,
  gaussianMean,
  gegenbauer,
  halfLine,
  relu,
  sine,
  sphereMean,
} from "../../../src/symbolic/integrals/formula.js";
import { integrate } from "../../../src/symbolic/integrals/integrate.js";
import { numerically } from "./numerically.js";

const on = (body: Expression, from: Expression | number, to: Expression | number, x = "t") =>
  call(
    "Integral",
    body,
    symbol(x),
    typeof from === "number" ? number(from) : from,
    typeof to === "number" ? number(to) : to,
  );
const unit = (body: Expression) => on(body, 0, 1);
const symmetric = (body: Expression) => on(body, -1, 1, "x");

const t = symbol("t");
const x = symbol("x");

describe("random products", () => {
  const rate = (hits: number, runs: number) => expect(hits / runs).toBeGreaterThan(0.15);
  const exponent = fc.integer({ min: -3, max: 8 }).map((n) => over(n, 4));
  const coefficient = fc.integer({ min: -3, max: 3 });

  /** null, or the value by quadrature: whatever the table is given. A divergent integral must be null. */
  function never(expression: Expression): boolean {
    const found = integrate(expression);
    if (found === null) return false;
    expect(found.conditions, text(expression)).toEqual([]);
    const [closed, exact] = [evaluate(found.result), numerically(expression)];
    // Terms of either sign cancel: against the integral of the absolute value.
    const [body, ...rest] = (expression as { readonly args: readonly Expression[] }).args;
    const size = Math.abs(numerically(call(expression.head as "Integral", call("Abs", body), ...rest)));
    expect(Math.abs(closed - exact), `${text(expression)} = ${text(found.result)}`).toBeLessThanOrEqual(
      1e-9 * size + 1e-12,
    );
    return true;
  }

  const factorsOf = (bases: readonly Expression[]) =>
    fc
      .array(
        fc.oneof(
          fc.tuple(fc.constantFrom(...bases), exponent).map(([base, e]) => power(base, e)),
          fc.tuple(fc.constantFrom(...bases), fc.integer({ min: 1, max: 3 })).map(([base, n]) => power(base, n)),
          fc.constantFrom(...bases),
          fc
            .tuple(fc.constantFrom(...bases), fc.constantFrom(...bases), coefficient)
            .map(([a, b, n]) => plus(a, times(n, b))),
          fc.tuple(fc.constantFrom(...bases), fc.constantFrom(...bases)).map(([a, b]) => root(times(a, b))),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((factors) => factors.reduce((a, b) => times(a, b)));

  const check = (bodies: fc.Arbitrary<Expression>, build: (body: Expression) => Expression, runs: number) => {
    let hits = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        if (never(build(body))) hits += 1;
      }),
      { numRuns: runs },
    );
    rate(hits, runs);
  };

  it("on [0, 1]", () => check(factorsOf([t, minus(1, t), minus(2, times(2, t)), plus(1, t), times(t, t)]), unit, 200));

  it("on [-1, 1]", () =>
    check(
      factorsOf([
        x,
        minus(1, x),
        plus(1, x),
        minus(1, power(x, 2)),
        absolute(x),
        gegenbauer(2, 1, x),
        gegenbauer(3, over(3, 4), x),
      ]),
      symmetric,
      200,
    ));

  it("on the half line", () =>
    check(
      fc
        .tuple(
          factorsOf([t, plus(1, t), plus(1, times(2, t))]),
          fc.constantFrom<Expression>(
            exponential(negative(t)),
            exponential(negative(power(t, 2))),
            power(plus(1, times(2, t)), -9),
            power(plus(3, t), over(-19, 2)),
          ),
        )
        .map(([a, b]) => times(a, b)),
      (body) => halfLine(body, "t"),
      200,
    ));

  it("over angles", () => {
    check(factorsOf([sine(x), cosine(x), minus(1, power(cosine(x), 2))]), (body) => on(body, 0, pi, "x"), 120);
    check(factorsOf([sine(x), cosine(x)]), (body) => on(body, 0, over(pi, 2), "x"), 120);
  });

  const z = ["z1", "z2"].flatMap((name) => [symbol(name), relu(name), relu(negative(name)), absolute(name)]);

  it("under two normals and over a batch", () => {
    check(factorsOf(z), (body) => gaussianMean(body, over(-1, 3)), 60);
    check(factorsOf(z), (body) => sphereMean(body, 6), 60);
  });
});
