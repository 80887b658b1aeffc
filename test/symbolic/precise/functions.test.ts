import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type ElementaryHead, type HeadName, integer, symbol } from "../../../src/symbolic/expression.js";
import {
  add,
  type Ball,
  contains,
  exactBall,
  fromRational,
  multiply,
  overlaps,
  radiusOf,
  upperOf,
  widen,
} from "../../../src/symbolic/precise/ball.js";
import { rationalFromDecimal, toNumber } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import { functions } from "../../../src/symbolic/precise/functions.js";
import { log2Magnitude } from "../../../src/symbolic/precise/magnitude.js";
import { sqrt } from "../../../src/symbolic/precise/roots.js";
import { isExact, toBall, type Value } from "../../../src/symbolic/precise/value.js";
import {
  addRational,
  multiplyRational,
  type Rational,
  rational,
  rationalFromNumber,
} from "../../../src/symbolic/rational.js";
import { anyTree, ordinary } from "../generate.js";
import { around } from "./support.js";

type Named = Exclude<
  HeadName,
  "Conditional" | "And" | "Or" | "Infinity" | "BigO" | "Sum" | "Integral" | "GaussianMean" | "SphereMean"
>;

/** Where each function of one argument is tried: an interval of its domain. */
const unary: Partial<Record<Named, readonly [number, number]>> = {
  Exp: [-40, 40], Expm1: [-3, 3], Log: [0.02, 50], Log1p: [-0.9, 9], Log2: [0.02, 9], Log10: [0.02, 9], Sqrt: [0.02, 90],
  Cbrt: [0.02, 90], Sin: [-30, 30], Cos: [-30, 30], Tan: [-1.4, 1.4], Asin: [-0.95, 0.95], Acos: [-0.95, 0.95], Atan: [-30, 30],
  Sinh: [-9, 9], Cosh: [-9, 9], Tanh: [-9, 9], Sech: [-9, 9], Asinh: [-20, 20], Acosh: [1.05, 20], Atanh: [-0.95, 0.95],
  Erf: [-9, 9], Erfc: [-9, 16], Sigmoid: [-40, 40], Softplus: [-40, 40], Abs: [-3, 3], Gamma: [0.1, 60],
  EllipticK: [-5, 0.95], EllipticE: [-5, 0.95], Factorial: [0.1, 20],
}; // biome-ignore format: a table

const between = (min: number, max: number) =>
  fc
    .integer({ min: 0, max: 1_000_000 })
    .map((i) => rational(Math.round(min * 1e6) * 1_000_000 + i * Math.round((max - min) * 1e6), 10n ** 12n));

const one = (head: Named, args: readonly Value[], precision = 120): Ball =>
  toBall(functions[head](args, precision), precision);

/** A point of the ball of half width 2^exponent around x. */
const near = (x: Rational, exponent: number, share: number) =>
  addRational(x, multiplyRational(rational(1n, 1n << BigInt(-exponent)), rational(share, 100)));

describe("functions of one argument", () => {
  it.each(Object.entries(unary) as [Named, readonly [number, number]][])(
    "%s of a ball holds its values there",
    (head, [min, max]) => {
      fc.assert(
        fc.property(
          between(min, max),
          fc.integer({ min: -60, max: -7 }),
          fc.integer({ min: -100, max: 100 }),
          (x, exponent, share) => {
            const wide = one(head, [around(fromRational(x, 200), exponent)], 80);
            const point = one(head, [near(x, exponent, share)]);
            expect(overlaps(wide, point)).toBe(true);
            // no more than a thousand times the width that comes in, times the slope: useful, not only true
            const slope = Math.abs(toNumber(one(head, [near(x, -20, 1)])) - toNumber(one(head, [x]))) * 2 ** 20 * 100;
            const width = 2 ** (log2Magnitude(radiusOf(wide)) - exponent);
            expect(width).toBeLessThan(1000 * (slope + Math.abs(toNumber(point)) + 1));
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});

const others: readonly (readonly [Named, readonly (readonly [number, number])[]])[] = [
  ["Power", [[0.05, 9], [-4, 4]]],
  ["Beta", [[0.2, 9], [0.2, 9]]],
  ["Pochhammer", [[0.2, 9], [0.1, 9]]],
  ["Binomial", [[0.2, 9], [0.1, 9]]],
  ["Hypergeometric", [[0.2, 3], [0.2, 3], [1.2, 7], [-3, 0.8]]],
  ["Hypergeometric", [[0.2, 0.3], [0.2, 0.3], [6.9, 7.1], [0.86, 0.95]]],
  ["Gegenbauer", [[0.2, 5], [0.3, 3], [-0.6, 0.95]]],
  ["ArccosineKernel", [[-0.3, 3], [-0.9, 0.69]]],
  ["Max", [[-1, 1], [-1, 1]]],
  ["Min", [[-1, 1], [-1, 1]]],
]; // biome-ignore format: a table

describe("functions of several arguments", () => {
  it.each(others)("%s of balls holds its values there", (head, domains) => {
    const places = fc.tuple(...domains.map(([min, max]) => between(min, max)));
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: -70, max: -20 }),
        fc.integer({ min: -100, max: 100 }),
        (place, exponent, share) => {
          const wide = one(
            head,
            place.map((x) => around(fromRational(x, 200), exponent)),
            100,
          );
          const point = one(
            head,
            place.map((x) => near(x, exponent, share)),
          );
          expect(overlaps(wide, point)).toBe(true);
          expect(log2Magnitude(radiusOf(wide))).toBeLessThan(
            exponent + 24 + Math.max(0, Math.log2(Math.abs(toNumber(point)))),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("Polygamma", () => {
  it("of a ball holds its values up to the edge", () => {
    fc.assert(
      fc.property(between(-9.9, 60), fc.integer({ min: 0, max: 4 }), fc.constantFrom(-100, 0, 100), (x, m, share) => {
        fc.pre(
          Math.abs(toNumber(fromRational(x, 53)) - Math.round(toNumber(fromRational(x, 53)))) > 0.05 ||
            x.numerator > 0n,
        );
        const wide = one("Polygamma", [rational(m), around(fromRational(x, 200), -30)], 100);
        expect(overlaps(wide, one("Polygamma", [rational(m), near(x, -30, share)], 160))).toBe(true);
      }),
    );
  });
});

const everywhere = [...Object.entries(unary).map(([head, range]) => [head, [range]] as const), ...others] as [
  Named,
  readonly (readonly [number, number])[],
][];

describe("rounding", () => {
  it.each(everywhere)(
    "%s at any number of bits holds what many bits give, and is as small as the bits ask",
    (head, domains) => {
      const places = fc.tuple(...domains.map(([min, max]) => between(min, max)));
      fc.assert(
        fc.property(places, fc.integer({ min: 12, max: 300 }), fc.boolean(), (place, precision, exact) => {
          // fractions, and the balls of irrational numbers next to them
          const args = place.map((x): Value => (exact ? x : multiply(fromRational(x, 600), root(600), 600)));
          const few = one(head, args, precision);
          const many = one(head, args, 500);
          expect(overlaps(few, many)).toBe(true);
          expect(contains(widen(few, radiusOf(many), 800), dyadic(many))).toBe(true);
          expect(log2Magnitude(radiusOf(few)) - Math.max(-20, log2Magnitude(upperOf(many)))).toBeLessThan(
            12 - precision,
          );
        }),
        { numRuns: 25 },
      );
    },
  );
});

/** sqrt(1 + 2^-40), nearly 1. */
const root = (precision: number) => sqrt(add(exactBall(1n), exactBall(1n, -40), 100), precision);
const dyadic = ({ mantissa, exponent }: Ball): Rational =>
  exponent >= 0 ? rational(mantissa << BigInt(exponent)) : rational(mantissa, 1n << BigInt(-exponent));

const Reference = Decimal.clone({ precision: 90, maxE: 1e6, minE: -1e6 });
const inDecimal: Partial<Record<Named, (x: Decimal) => Decimal>> = {
  Exp: (x) => x.exp(), Log: (x) => x.ln(), Log10: (x) => x.log(10), Sqrt: (x) => x.sqrt(), Cbrt: (x) => x.cbrt(), Sin: (x) => x.sin(),
  Cos: (x) => x.cos(), Tan: (x) => x.tan(), Atan: (x) => x.atan(), Asin: (x) => x.asin(), Acos: (x) => x.acos(), Sinh: (x) => x.sinh(),
  Cosh: (x) => x.cosh(), Tanh: (x) => x.tanh(), Asinh: (x) => x.asinh(), Acosh: (x) => x.acosh(), Atanh: (x) => x.atanh(),
}; // biome-ignore format: a table

describe("elementary functions", () => {
  it.each(Object.entries(inDecimal) as [Named, (x: Decimal) => Decimal][])(
    "%s agrees with decimal.js to 70 digits",
    (head, f) => {
      fc.assert(
        fc.property(between(...unary[head]!), (x) => {
          const exact = new Reference(x.numerator.toString()).div(x.denominator.toString());
          const value = one(head, [rationalFromDecimal(exact.toString())], 260);
          const text = f(exact);
          const slack = Number(text.abs().log(2).toFixed(0)) - 235;
          expect(contains(around(value, slack), rationalFromDecimal(text.toString()))).toBe(true);
        }),
        { numRuns: 12 },
      );
    },
  );

  const heads: readonly ElementaryHead[] = [
    "Exp", "Expm1", "Log", "Log1p", "Log2", "Log10", "Sqrt", "Cbrt", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Sinh", "Cosh",
    "Tanh", "Sech", "Asinh", "Acosh", "Atanh", "Erf", "Erfc", "Sigmoid", "Softplus", "Abs",
  ]; // biome-ignore format: a table

  it.each(heads)("%s is what doubles give, to their accuracy", (head) => {
    fc.assert(
      fc.property(between(...unary[head as Named]!), (place) => {
        // the same double on both sides
        const x = Number(place.numerator) / Number(place.denominator);
        const value = evaluateBall(call(head, symbol("x")), { x: rationalFromNumber(x) }, 30);
        const double = evaluate(call(head, symbol("x")), { x });
        expect(Math.abs(toNumber(value) - double)).toBeLessThanOrEqual(
          16 * 2 ** -52 * Math.max(Math.abs(double), 2 ** -40),
        );
      }),
    );
  });

  it("whole trees are what doubles give, up to the rounding that these make", () => {
    fc.assert(
      fc.property(anyTree, ordinary(-2, 2), (tree, place) => {
        const x = Math.round(place * 1024) / 1024 + 1 / 4096;
        const double = evaluate(tree, { x });
        let value: Ball;
        try {
          value = evaluateBall(tree, { x: rationalFromNumber(x) }, 20);
        } catch (error) {
          // an overflow of doubles, or a branch on a tie of irrational numbers
          expect(String(error)).toMatch(/not decided|beyond/);
          return;
        }
        const twin = evaluate(tree, { x: x * (1 + 2 ** -45) });
        const other = evaluate(tree, { x: x * (1 - 2 ** -45) });
        const spread = Math.max(Math.abs(twin - double), Math.abs(other - double));
        fc.pre(Number.isFinite(double) && spread < 1e-6 * Math.max(1, Math.abs(double)));
        expect(Math.abs(toNumber(value) - double)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(double)) + 64 * spread,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("a hypergeometric series with a long fraction for z", () => {
  it("ends where its small negative terms would round to themselves", () => {
    const [a, b, c, z] = [
      rational(-1, 5),
      rational(43, 12),
      rational(131, 60),
      rational(8n * 10n ** 40n - 1n, 10n ** 41n),
    ];
    const exact = one("Hypergeometric", [a, b, c, z], 200);
    const enclosed = one("Hypergeometric", [a, b, fromRational(c, 300), z], 200);
    expect(overlaps(exact, enclosed)).toBe(true);
    expect(log2Magnitude(radiusOf(exact))).toBeLessThan(-190);
  });
});

describe("exact values", () => {
  it("stay fractions through the operations of fractions", () => {
    fc.assert(
      fc.property(between(-3, 3), between(0.5, 3), (a, b) => {
        for (const head of ["Add", "Subtract", "Multiply", "Divide", "Max", "Less"] as const) {
          expect(isExact(functions[head]([a, b], 60))).toBe(true);
        }
        const square = multiplyRational(b, b);
        expect(functions.Sqrt([square], 60)).toEqual(b);
        expect(functions.Power([square, rational(-3, 2)], 60)).toEqual(functions.Power([b, rational(-3)], 60));
        expect(functions.Cbrt([multiplyRational(square, b)], 60)).toEqual(b);
      }),
    );
  });

  it("of whole arguments are whole", () => {
    expect(functions.Factorial([rational(20)], 60)).toEqual(rational(2432902008176640000n));
    expect(functions.Binomial([rational(7), rational(5)], 60)).toEqual(rational(21));
    expect(functions.Binomial([rational(3), rational(5)], 60)).toEqual(rational(0));
    expect(functions.Binomial([rational(-2), rational(3)], 60)).toEqual(rational(-4));
    expect(functions.Pochhammer([rational(-4), rational(6)], 60)).toEqual(rational(0));
    expect(functions.Pochhammer([rational(3, 2), rational(-1)], 60)).toEqual(rational(2));
    expect(evaluateBall(call("Gamma", integer(6)), {}, 30)).toMatchObject({ mantissa: 120n, exponent: 0, radius: 0 });
  });
});
