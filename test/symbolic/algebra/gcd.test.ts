import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcdPolynomial } from "../../../src/symbolic/algebra/gcd.js";
import { primeFieldAt, residues } from "../../../src/symbolic/algebra/modular.js";
import * as P from "../../../src/symbolic/algebra/polynomial.js";
import { names, nonzero, polynomials } from "./arbitraries.js";

const any = polynomials();
const [B, u, v] = names.map(P.variablePolynomial) as [P.Polynomial, P.Polynomial, P.Polynomial];
const one = P.constantPolynomial(1n);
const positive = (p: P.Polynomial) => (P.leadingCoefficient(p) < 0n ? P.negatePolynomial(p) : p);
const sum = (...list: readonly P.Polynomial[]) => list.reduce(P.addPolynomial);
const product = (...list: readonly P.Polynomial[]) => list.reduce(P.multiplyPolynomial);

/** Euclid's algorithm in one variable with pseudo-remainders: a second way to the primitive divisor. */
function euclid(p: P.Polynomial, q: P.Polynomial, x: string): P.Polynomial {
  let [a, b] = [P.primitivePart(p), P.primitivePart(q)];
  while (!P.isZeroPolynomial(b)) {
    const lead = P.coefficientsIn(b, x).at(-1)!;
    let rest = a;
    while (!P.isZeroPolynomial(rest) && P.degreeIn(rest, x) >= P.degreeIn(b, x)) {
      const shift = P.powerPolynomial(P.variablePolynomial(x), P.degreeIn(rest, x) - P.degreeIn(b, x));
      const top = P.coefficientsIn(rest, x).at(-1)!;
      rest = P.subtractPolynomial(product(rest, lead), product(b, top, shift));
    }
    [a, b] = [b, P.primitivePart(rest)];
  }
  return a;
}

describe("gcdPolynomial", () => {
  it("is h gcd(f, g) for f h and g h, and leaves coprime quotients", () => {
    const law = (f: P.Polynomial, g: P.Polynomial, h: P.Polynomial) => {
      const [p, q] = [product(f, h), product(g, h)];
      const divisor = gcdPolynomial(p, q);
      expect(divisor).toEqual(positive(product(h, gcdPolynomial(f, g))));
      expect(P.dividePolynomial(divisor, h)).not.toBeNull();
      const rests = [p, q].map((whole) => P.dividePolynomial(whole, divisor)!);
      expect(gcdPolynomial(rests[0]!, rests[1]!)).toEqual(one);
      expect(gcdPolynomial(q, p)).toEqual(divisor);
    };
    fc.assert(fc.property(nonzero(any), nonzero(any), nonzero(any), law), { numRuns: 300 });
    const univariate = nonzero(polynomials(1, 6, 7));
    fc.assert(fc.property(univariate, univariate, univariate, law), { numRuns: 300 });
    const mixed = fc.tuple(nonzero(polynomials(1)), nonzero(polynomials(2)), nonzero(any));
    fc.assert(fc.property(mixed, ([f, g, h]) => law(f, h, g)));
  });

  it("is what Euclid's algorithm finds in one variable", () => {
    const univariate = nonzero(polynomials(1, 5, 5));
    fc.assert(
      fc.property(univariate, univariate, univariate, (f, g, h) => {
        const [p, q] = [product(f, h), product(g, h)];
        expect(P.primitivePart(gcdPolynomial(p, q))).toEqual(euclid(p, q, "B"));
      }),
    );
  });

  it("has the edge values of whole numbers", () => {
    expect(gcdPolynomial(P.zeroPolynomial, P.zeroPolynomial)).toEqual(P.zeroPolynomial);
    fc.assert(
      fc.property(any, (p) => {
        expect(gcdPolynomial(p, P.zeroPolynomial)).toEqual(positive(p));
        expect(gcdPolynomial(P.zeroPolynomial, p)).toEqual(positive(p));
        expect(gcdPolynomial(p, p)).toEqual(positive(p));
        expect(gcdPolynomial(p, one)).toEqual(one);
      }),
    );
    expect(gcdPolynomial(P.constantPolynomial(-12n), P.scalePolynomial(B, 18n))).toEqual(P.constantPolynomial(6n));
  });

  it("sees through primes and points that lie", () => {
    // The largest prime below 2^26 divides a leading coefficient, makes the polynomials equal, or makes them coprime to nothing.
    const prime = 67_108_859n;
    const k = (value: bigint) => P.constantPolynomial(value);
    const h = sum(P.scalePolynomial(B, prime), u);
    const f = sum(B, k(prime));
    for (const common of [one, h, f, product(h, f)]) {
      const [p, q] = [product(common, B), product(common, sum(B, P.scalePolynomial(u, prime)))];
      expect(gcdPolynomial(p, q)).toEqual(common);
      const r = product(common, sum(h, k(prime)));
      expect(gcdPolynomial(p, r)).toEqual(common);
    }
    const dense = sum(product(h, u), k(prime ** 3n));
    expect(gcdPolynomial(product(dense, f), product(dense, h))).toEqual(dense);
  });

  it("sees through values that make all first points unlucky", () => {
    const numbers = residues(primeFieldAt(0));
    // The quotients have a common zero at each of the first 25 numbers that are put for u.
    const unlucky = Array.from({ length: 25 }, () => P.constantPolynomial(-BigInt(numbers.next().value)));
    const zeros = product(...unlucky.map((c) => sum(u, c)));
    const h = sum(product(B, B, u), product(B, v), P.constantPolynomial(3n));
    const [f, g] = [sum(B, zeros), sum(product(B, v), P.scalePolynomial(zeros, 2n))];
    expect(gcdPolynomial(product(f, h), product(g, h))).toEqual(h);
  });

  it("needs all the digits of long coefficients", () => {
    const long = (seed: bigint) =>
      sum(
        P.scalePolynomial(B, 10n ** 80n + seed),
        P.scalePolynomial(u, 7n ** 90n),
        P.constantPolynomial(-(3n ** 170n)),
      );
    const [f, g, h] = [long(1n), sum(long(3n), product(B, u)), sum(long(7n), product(B, v))];
    expect(gcdPolynomial(product(f, h), product(g, h))).toEqual(h);
  });

  it("divides out a factor of degree 5 from degree 12 in three variables within 200 ms", () => {
    const base = sum(B, P.scalePolynomial(u, 2n), P.scalePolynomial(v, -3n), one);
    const h = sum(P.powerPolynomial(base, 5), product(B, u, v), P.scalePolynomial(B, 7n));
    const f = sum(P.powerPolynomial(sum(B, u, v, one), 7), product(B, B, u));
    const g = sum(P.powerPolynomial(sum(B, P.negatePolynomial(u), v, one), 7), product(u, v));
    const [p, q] = [product(f, h), product(g, h)];
    expect([P.totalDegree(p), P.totalDegree(q), P.totalDegree(h)]).toEqual([12, 12, 5]);
    const times = [1, 2, 3].map(() => {
      const start = performance.now();
      expect(gcdPolynomial(p, q)).toEqual(h);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(200);
  });

  it("splits variables that are not shared, contents and monomials", () => {
    const x = P.variablePolynomial("x");
    const common = sum(product(B, u), P.constantPolynomial(-1n));
    const p = product(common, sum(x, B), P.powerPolynomial(B, 3), P.constantPolynomial(6n));
    const q = product(common, sum(v, u), P.powerPolynomial(B, 2), u, P.constantPolynomial(-4n));
    expect(gcdPolynomial(p, q)).toEqual(product(common, B, B, P.constantPolynomial(2n)));
  });
});
