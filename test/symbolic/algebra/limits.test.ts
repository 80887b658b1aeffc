import { describe, expect, it } from "vitest";
import { rationalFunctionOf } from "../../../src/symbolic/algebra/fromExpression.js";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import * as R from "../../../src/symbolic/algebra/rationalFunction.js";
import { call, type Expression, integer, symbol } from "../../../src/symbolic/expression.js";

const [B, u, v] = ["B", "u", "v"].map(P.variablePolynomial) as [P.Polynomial, P.Polynomial, P.Polynomial];
const k = (value: bigint | number) => P.constantPolynomial(BigInt(value));
const sum = (...list: readonly P.Polynomial[]) => list.reduce(P.addPolynomial);
const power = P.powerPolynomial;
const many = (count: number) => Array.from({ length: count }, (_, i) => P.variablePolynomial(`x${i}`));

/** Refused with the size in the sentence, in less time than a loaded machine needs for seconds of work. */
function expectRefused(work: () => unknown, reason: RegExp): void {
  const start = performance.now();
  let refusal: unknown = null;
  try {
    work();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(RangeError);
  expect((refusal as RangeError).message).toMatch(reason);
  expect(performance.now() - start).toBeLessThan(10_000);
}

describe("absurd sizes", () => {
  it("are refused for powers", () => {
    expectRefused(() => power(sum(B, u, v, k(1)), 1000), /167668501 or more terms/);
    expectRefused(() => power(B, 1_000_000), /degree 1000000/);
    expectRefused(() => power(sum(B, k(1)), 90_000), /about 1407 words/);
    expectRefused(() => power(k(9), 387_420_489), /words of 64 bits/);
    expectRefused(() => power(power(sum(B, u), 300), 300), /about 1407 words/);
  });

  it("are refused for products", () => {
    const p = power(sum(B, u, k(1)), 120);
    expectRefused(
      () => P.multiplyPolynomial(p, power(sum(B, v, k(2)), 120)),
      /operation on polynomials with \d+ steps/,
    );
    const left = many(90)
      .slice(0, 45)
      .map((x) => sum(x, k(1)));
    expectRefused(() => left.reduce(P.multiplyPolynomial), /262144 or more terms/);
    expectRefused(() => sum(...many(101)), /in 101 variables/);
    let digits = k(10);
    expectRefused(() => {
      for (;;) digits = P.multiplyPolynomial(digits, digits);
    }, /words of 64 bits/);
  });

  it("are refused for common divisors, whose degrees may be large where one divides the other", () => {
    const minusOne = (n: number) => P.subtractPolynomial(power(B, n), k(1));
    expect(gcdPolynomial(minusOne(100_000), minusOne(1))).toEqual(minusOne(1));
    expectRefused(() => gcdPolynomial(minusOne(99_999), minusOne(70_000)), /a common divisor with \d+ steps/);
    const names = many(40);
    const form = (seed: number) =>
      sum(k(seed), ...names.map((x, i) => P.scalePolynomial(x, BigInt(1 + ((i * seed) % 7)))));
    const [f, g, h] = [form(2), form(3), form(5)];
    expectRefused(() => gcdPolynomial(P.multiplyPolynomial(f, h), P.multiplyPolynomial(g, h)), /a common divisor with/);
  });

  it("are refused for values, substitutions and expressions", () => {
    const f = R.functionOfPolynomial(power(B, 100_000));
    expectRefused(() => P.evaluatePolynomial(f.numerator, { B: { numerator: 3n, denominator: 2n } }), /words/);
    expectRefused(() => R.substituteFunction(f, "B", R.functionOfPolynomial(sum(B, u))), /about 1563 words/);
    const nested = (depth: number): Expression =>
      depth === 0 ? call("Add", symbol("B"), integer(1)) : call("Power", nested(depth - 1), integer(1000));
    expectRefused(() => rationalFunctionOf(nested(3)), /degree 1000000/);
    expectRefused(() => rationalFunctionOf(call("Power", symbol("B"), integer(10n ** 400n))), /too large an exponent/);
    expectRefused(() => rationalFunctionOf(integer(1n << 300_000n)), /words/);
  });

  it("are far from what formulas need", () => {
    const start = performance.now();
    expect(power(sum(B, u, v, k(1)), 40).terms.length).toBe(12_341);
    expect(power(sum(B, k(1)), 3000).terms.length).toBe(3001);
    expect(P.dividePolynomial(P.subtractPolynomial(power(B, 50_000), k(1)), sum(B, k(-1)))!.terms.length).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
