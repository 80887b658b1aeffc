import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expression } from "../../../src/symbolic/expression.js";
import { overlaps } from "../../../src/symbolic/precise/ball.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import { verifyZero } from "../../../src/symbolic/precise/verify.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";
import { digitsOf, type Nested, read } from "./support.js";

const between = (min: number, max: number, denominator = 840) =>
  fc
    .integer({ min: Math.ceil(min * denominator), max: Math.floor(max * denominator) })
    .map((p) => rational(p, denominator));

/** left = right to 50 digits, and not by both being nothing. */
function agree(left: Nested, right: Nested, values: Record<string, Rational>): void {
  const [a, b] = [evaluateBall(read(left), values, 50), evaluateBall(read(right), values, 50)];
  const shown = `${JSON.stringify(left)} at ${Object.entries(values).map(([name, { numerator, denominator }]) => `${name} = ${numerator}/${denominator}`)}`;
  expect(Math.min(digitsOf(a), digitsOf(b)), shown).toBeGreaterThanOrEqual(50);
  expect(overlaps(a, b), shown).toBe(true);
}

const x1: Nested = ["Add", "x", "1"];

describe("Gamma", () => {
  it("Gamma(x+1) = x Gamma(x), also for negative and large x", () => {
    const anywhere = fc.oneof(between(-20, 40), between(1e4, 1e6));
    fc.assert(
      fc.property(anywhere, (x) => {
        fc.pre(x.denominator !== 1n || x.numerator > 0n);
        agree(["Gamma", x1], ["Multiply", "x", ["Gamma", "x"]], { x });
      }),
    );
  });

  it("doubles: Gamma(x) Gamma(x+1/2) = 2^(1-2x) sqrt(pi) Gamma(2x)", () => {
    fc.assert(
      fc.property(between(0.01, 60), (x) => {
        const twice: Nested = ["Multiply", "2", "x"];
        agree(
          ["Multiply", ["Gamma", "x"], ["Gamma", ["Add", "x", "1/2"]]],
          ["Multiply", ["Power", "2", ["Subtract", "1", twice]], ["Multiply", ["Sqrt", ["Pi"]], ["Gamma", twice]]],
          { x },
        );
      }),
    );
  });

  it("is the same for an irrational argument that happens to be rational", () => {
    // x as exp(log x): the path of balls against the path of fractions
    fc.assert(fc.property(between(0.05, 90), (x) => agree(["Gamma", "x"], ["Gamma", ["Exp", ["Log", "x"]]], { x })));
  });

  it("Polygamma(m, x+1) = Polygamma(m, x) + (-1)^m m!/x^(m+1)", () => {
    fc.assert(
      fc.property(between(-9, 40), fc.integer({ min: 0, max: 6 }), (x, m) => {
        fc.pre(x.denominator !== 1n || x.numerator > 0n);
        const step: Nested = [
          "Divide",
          ["Multiply", ["Power", "-1", "m"], ["Factorial", "m"]],
          ["Power", "x", ["Add", "m", "1"]],
        ];
        agree(["Polygamma", "m", x1], ["Add", ["Polygamma", "m", "x"], step], { x, m: rational(m) });
      }),
    );
  });

  it("Pochhammer(a, k) Pochhammer(a+k, n) = Pochhammer(a, k+n), whole and other steps", () => {
    fc.assert(
      fc.property(between(0.1, 30), between(0, 9, 2), between(0, 9, 6), (a, k, n) => {
        agree(
          ["Multiply", ["Pochhammer", "a", "k"], ["Pochhammer", ["Add", "a", "k"], "n"]],
          ["Pochhammer", "a", ["Add", "k", "n"]],
          { a, k, n },
        );
      }),
    );
  });

  it("Pochhammer at negative whole numbers, products too long to multiply out", () => {
    for (const [a, k, sign, top, bottom] of [
      ["-5000", "3000", "1", "5000", "2000"],
      ["-5000", "3001", "-1", "5000", "1999"],
    ] as const) {
      agree(["Pochhammer", a, k], ["Multiply", sign, ["Divide", ["Factorial", top], ["Factorial", bottom]]], {});
    }
    // (-2000)_3000 runs through 0
    expect(evaluateBall(read(["Pochhammer", "-2000", "3000"]), {}, 20)).toMatchObject({ mantissa: 0n, radius: 0 });
  });

  it("Binomial(n, k) = Binomial(n-1, k-1) + Binomial(n-1, k)", () => {
    const [below, before]: Nested[] = [
      ["Subtract", "n", "1"],
      ["Subtract", "k", "1"],
    ];
    fc.assert(
      fc.property(between(2, 40, 6), between(1, 9, 6), (n, k) => {
        fc.pre(n.denominator !== 1n || k.denominator !== 1n || n.numerator >= k.numerator);
        agree(["Binomial", "n", "k"], ["Add", ["Binomial", below!, before!], ["Binomial", below!, "k"]], { n, k });
      }),
    );
  });

  it("Beta(x, y) = Beta(x+1, y) + Beta(x, y+1)", () => {
    fc.assert(
      fc.property(between(0.1, 30), between(0.1, 30), (x, y) => {
        const y1: Nested = ["Add", "y", "1"];
        agree(["Beta", "x", "y"], ["Add", ["Beta", x1, "y"], ["Beta", "x", y1]], { x, y });
      }),
    );
  });
});

const f = (a: Nested, b: Nested, c: Nested, z: Nested): Nested => ["Hypergeometric", a, b, c, z];

describe("Hypergeometric", () => {
  const [a1, b1, c1]: Nested[] = [
    ["Add", "a", "1"],
    ["Add", "b", "1"],
    ["Add", "c", "1"],
  ];

  it("c F(a, b; c) = c F(a+1, b; c) - b z F(a+1, b+1; c+1), in every range of z", () => {
    const z = fc.oneof(between(-50, 0.99), between(0.85, 0.999, 10_000), between(-0.3, 0.3));
    fc.assert(
      fc.property(between(-3, 5), between(-3, 5), between(0.2, 9), z, (a, b, c, place) => {
        agree(
          ["Multiply", "c", f("a", "b", "c", "z")],
          [
            "Subtract",
            ["Multiply", "c", f(a1!, "b", "c", "z")],
            ["Multiply", ["Multiply", "b", "z"], f(a1!, b1!, c1!, "z")],
          ],
          { a, b, c, z: place },
        );
      }),
    );
  });

  it("Euler: F(a, b; c; z) = (1-z)^(c-a-b) F(c-a, c-b; c; z), with whole c-a-b too", () => {
    fc.assert(
      fc.property(between(0.1, 5, 4), between(0.1, 5, 4), between(0.1, 9, 4), between(-9, 0.99), (a, b, c, z) => {
        const excess: Nested = ["Subtract", ["Subtract", "c", "a"], "b"];
        agree(
          f("a", "b", "c", "z"),
          [
            "Multiply",
            ["Power", ["Subtract", "1", "z"], excess],
            f(["Subtract", "c", "a"], ["Subtract", "c", "b"], "c", "z"),
          ],
          { a, b, c, z },
        );
      }),
    );
  });

  it("elementary cases: -log(1-z)/z, asin(z)/z, (1-z)^(-a)", () => {
    fc.assert(
      fc.property(between(-0.99, 0.99), between(0.1, 7), (z, a) => {
        fc.pre(z.numerator !== 0n);
        const square: Nested = ["Power", "z", "2"];
        agree(["Multiply", "z", f("1", "1", "2", "z")], ["Negate", ["Log1p", ["Negate", "z"]]], { z });
        agree(["Multiply", "z", f("1/2", "1/2", "3/2", square)], ["Asin", "z"], { z });
        agree(f("a", "7/3", "7/3", "z"), ["Power", ["Subtract", "1", "z"], ["Negate", "a"]], { z, a });
      }),
    );
  });

  it("is the same for irrational parameters that happen to be rational", () => {
    const same = (name: string): Nested => ["Exp", ["Log", name]];
    fc.assert(
      fc.property(between(0.1, 3), between(0.1, 3), between(3, 9), between(0.1, 0.8), (a, b, c, z) =>
        agree(f("a", "b", "c", "z"), f(same("a"), same("b"), same("c"), same("z")), { a, b, c, z }),
      ),
      { numRuns: 30 },
    );
  });
});

describe("Gegenbauer", () => {
  const c = (k: Nested, lambda: Nested): Nested => ["Gegenbauer", k, lambda, "x"];

  it("the sum over two degrees gives the next order: (k+l) C_k^l = l (C_k^(l+1) - C_(k-2)^(l+1))", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), between(0.1, 40, 2), between(-0.99, 0.99), (k, l, x) => {
        fc.pre(x.numerator !== 0n);
        const next: Nested = ["Add", "l", "1"];
        agree(
          ["Multiply", ["Add", "k", "l"], c("k", "l")],
          ["Multiply", "l", ["Subtract", c("k", next), c(["Subtract", "k", "2"], next)]],
          { k: rational(k), l, x },
        );
      }),
      { numRuns: 60 },
    );
  });

  it("for other degrees obeys the recurrence of whole ones", () => {
    fc.assert(
      fc.property(between(1, 6, 6), between(0.3, 4, 6), between(-0.7, 0.99), (k, l, x) => {
        const [up, down]: Nested[] = [
          ["Add", "k", "1"],
          ["Subtract", "k", "1"],
        ];
        const first: Nested = ["Multiply", ["Multiply", "2", ["Add", "k", "l"]], ["Multiply", "x", c("k", "l")]];
        const second: Nested = ["Multiply", ["Subtract", ["Add", "k", ["Multiply", "2", "l"]], "1"], c(down!, "l")];
        const zero: Expression = read(["Subtract", ["Multiply", up!, c(up!, "l")], ["Subtract", first, second]]);
        expect(verifyZero(zero, [{ k, l, x }], 40)).toMatchObject({ status: "verified" });
      }),
      { numRuns: 40 },
    );
  });

  it("C_k^1(cos t) sin t = sin((k+1) t)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), between(0.1, 3), (k, t) =>
        agree(
          ["Multiply", ["Gegenbauer", "k", "1", ["Cos", "t"]], ["Sin", "t"]],
          ["Sin", ["Multiply", ["Add", "k", "1"], "t"]],
          { k: rational(k), t },
        ),
      ),
      { numRuns: 40 },
    );
  });
});

describe("ArccosineKernel", () => {
  const kernel = (alpha: Nested): Nested => ["ArccosineKernel", alpha, "c"];
  const correlation = fc.oneof(
    between(-0.99, 0.99),
    fc.constantFrom(rational(-1, 3), rational(-1, 999_999), rational(999_999, 1_000_000)),
  );

  it("J_a = c J_(a-1) + (1-c^2) (a-1)^2/((2a-1)(2a-3)) J_(a-2)", () => {
    fc.assert(
      fc.property(between(1.6, 9, 12), correlation, (a, value) => {
        const quotient: Nested = [
          "Divide",
          ["Power", ["Subtract", "a", "1"], "2"],
          ["Multiply", ["Subtract", ["Multiply", "2", "a"], "1"], ["Subtract", ["Multiply", "2", "a"], "3"]],
        ];
        const rest: Nested = [
          "Multiply",
          ["Subtract", "1", ["Power", "c", "2"]],
          ["Multiply", quotient, kernel(["Subtract", "a", "2"])],
        ];
        agree(kernel("a"), ["Add", ["Multiply", "c", kernel(["Subtract", "a", "1"])], rest], { a, c: value });
      }),
    );
  });

  it("closed forms of alpha = 0 and 1", () => {
    fc.assert(
      fc.property(correlation, (value) => {
        const angle: Nested = ["Subtract", ["Pi"], ["Acos", "c"]];
        agree(kernel("0"), ["Divide", angle, ["Pi"]], { c: value });
        const sine: Nested = ["Sqrt", ["Subtract", "1", ["Power", "c", "2"]]];
        agree(kernel("1"), ["Divide", ["Add", sine, ["Multiply", angle, "c"]], ["Pi"]], { c: value });
      }),
    );
  });
});

describe("elliptic integrals", () => {
  it("Legendre: E(m) K(1-m) + E(1-m) K(m) - K(m) K(1-m) = pi/2", () => {
    const other: Nested = ["Subtract", "1", "m"];
    const [k, e, kk, ee]: Nested[] = [
      ["EllipticK", "m"],
      ["EllipticE", "m"],
      ["EllipticK", other],
      ["EllipticE", other],
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          between(0.001, 0.999, 10_000),
          between(0, 1, 7).filter((m) => m.denominator > 1n),
        ),
        (m) => {
          fc.pre(m.numerator > 0n && m.numerator < m.denominator);
          const sum: Nested = ["Add", ["Multiply", e!, kk!], ["Multiply", ee!, k!]];
          agree(["Subtract", sum, ["Multiply", k!, kk!]], ["Divide", ["Pi"], "2"], { m });
        },
      ),
    );
  });

  it("K(-m) sqrt(1+m) = K(m/(1+m))", () => {
    fc.assert(
      fc.property(between(0.01, 90), (m) => {
        const next: Nested = ["Add", "1", "m"];
        agree(["Multiply", ["EllipticK", ["Negate", "m"]], ["Sqrt", next]], ["EllipticK", ["Divide", "m", next]], {
          m,
        });
      }),
    );
  });
});

describe("exponentials and arcs", () => {
  it("exp(log x) = x over many scales", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n }), fc.integer({ min: -900, max: 900 }), (p, e) => {
        const x = e >= 0 ? rational(p << BigInt(e)) : rational(p, 1n << BigInt(-e));
        agree(["Exp", ["Log", "x"]], "x", { x });
      }),
    );
  });

  it("sin^2 + cos^2 = 1, sin 2x = 2 sin x cos x, tan(atan x) = x, cos(acos x) = x", () => {
    fc.assert(
      fc.property(between(-900, 900), between(-1, 1), (x, y) => {
        fc.pre(x.numerator !== 0n && y.numerator !== 0n && y.denominator > 1n);
        const [s, c]: Nested[] = [
          ["Sin", "x"],
          ["Cos", "x"],
        ];
        agree(["Add", ["Power", s!, "2"], ["Power", c!, "2"]], "1", { x });
        agree(["Sin", ["Multiply", "2", "x"]], ["Multiply", "2", ["Multiply", s!, c!]], { x });
        agree(["Tan", ["Atan", "x"]], "x", { x });
        agree(["Cos", ["Acos", "y"]], "y", { y });
        agree(["Sin", ["Asin", "y"]], "y", { y });
      }),
    );
  });

  it("erf + erfc = 1 and erfc(-x) = 2 - erfc(x), through every range", () => {
    fc.assert(
      fc.property(between(0, 30), (x) => {
        agree(["Add", ["Erf", "x"], ["Erfc", "x"]], "1", { x });
        agree(["Erfc", ["Negate", "x"]], ["Subtract", "2", ["Erfc", "x"]], { x });
      }),
    );
  });

  it("2 erfc(x) comes from its integral over [x, infinity)", () => {
    const body: Nested = ["Exp", ["Negate", ["Power", "t", "2"]]];
    const integral: Nested = ["Integral", body, "t", "x", ["Infinity"]];
    for (const x of [rational(1, 3), rational(5, 2), rational(-3, 4)]) {
      agree(["Multiply", "2", integral], ["Multiply", ["Sqrt", ["Pi"]], ["Erfc", "x"]], { x });
    }
  });
});
