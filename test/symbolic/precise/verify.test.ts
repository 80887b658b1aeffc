import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Expression, symbol } from "../../../src/symbolic/expression.js";
import { samplePoints } from "../../../src/symbolic/precise/samplePoints.js";
import { verifyProposition, verifyZero } from "../../../src/symbolic/precise/verify.js";
import { compare, element, equation, type Relation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { type Nested, read } from "./support.js";

const points = samplePoints({ x: { min: rational(1, 10), max: 5 } }, 6, 1);
const zero = (nested: Nested, digits = 50) => verifyZero(read(nested), points, digits);
const proposition = (relation: Relation, left: Nested, right: Nested, at = points) =>
  verifyProposition(compare(relation, read(left), read(right)), at, 50);

/** sin^2 + cos^2. */
const unit: Nested = ["Add", ["Power", ["Sin", "x"], "2"], ["Power", ["Cos", "x"], "2"]];

describe("verifyZero", () => {
  it("verifies identities, and says at how many points", () => {
    expect(zero(["Subtract", unit, "1"])).toEqual({ status: "verified", points: 6, digits: 50, rigorous: true });
    expect(zero(["Add", unit, ["Negate", "1"]]).status).toBe("verified");
    // both sides vanish
    expect(zero(["Subtract", ["Sin", ["Multiply", "2", ["Pi"]]], "0"]).status).toBe("verified");
    expect(zero(["Sin", ["Pi"]]).status).toBe("verified");
    expect(zero(["Subtract", "x", "x"]).status).toBe("verified");
  });

  it("refutes what is off by little, relative to the terms", () => {
    const off = (power: string): Nested => ["Subtract", unit, ["Add", "1", ["Power", "10", power]]];
    for (const power of ["-20", "-45", "-49"])
      expect(zero(off(power)), power).toMatchObject({ status: "refuted", rigorous: true });
    // beyond 50 digits the statement is not told from a true one
    expect(zero(off("-60")).status).toBe("verified");
    expect(zero(off("-60"), 70).status).toBe("refuted");
    const tiny = ["Power", "10", "-80"] as const;
    expect(zero(["Subtract", tiny, "0"]).status).toBe("refuted");
    expect(zero(["Subtract", ["Multiply", tiny, unit], ["Multiply", tiny, "1000001/1000000"]]).status).toBe("refuted");
  });

  it("does not measure a small side by large terms inside it", () => {
    const hidden: Nested = ["Subtract", ["Add", ["Power", "10", "70"], ["Exp", "x"]], ["Power", "10", "70"]];
    expect(zero(["Subtract", hidden, ["Exp", "x"]]).status).toBe("verified");
    expect(zero(["Subtract", hidden, ["Multiply", ["Exp", "x"], "1000001/1000000"]]).status).toBe("refuted");
  });

  it("is never vacuous", () => {
    expect(() => verifyZero(read(["Subtract", "x", "x"]), [], 50)).toThrow(RangeError);
    expect(() => verifyZero(read(["Subtract", "y", "y"]), points, 50)).toThrow("y has no value");
    expect(() => zero(["Divide", "0", ["Subtract", "x", "x"]])).toThrow(RangeError);
  });

  it("names the point that refutes", () => {
    const at = points.map(({ x }) => x!);
    const cubic: Nested = ["Multiply", ["Subtract", "x", `${at[0]!.numerator}/${at[0]!.denominator}`], "x"];
    expect(zero(cubic)).toEqual({ status: "refuted", at: points[1], rigorous: true });
  });

  it("says when it rests on an estimate", () => {
    const integral: Nested = ["Integral", ["Exp", ["Negate", "t"]], "t", "x", ["Infinity"]];
    const claim = (right: Nested) => verifyZero(read(["Subtract", integral, right]), points.slice(0, 2), 30);
    expect(claim(["Exp", ["Negate", "x"]])).toMatchObject({ status: "verified", rigorous: false });
    expect(claim(["Exp", ["Negate", ["Multiply", "x", "1001/1000"]]])).toMatchObject({
      status: "refuted",
      rigorous: false,
    });
  });

  it("tells the Legendre relation from near misses at random points", () => {
    const legendre = (factor: string): Expression => {
      const other: Nested = ["Subtract", "1", "m"];
      const cross: Nested = [
        "Add",
        ["Multiply", ["EllipticE", "m"], ["EllipticK", other]],
        ["Multiply", ["EllipticE", other], ["EllipticK", "m"]],
      ];
      const product: Nested = ["Multiply", ["EllipticK", "m"], ["EllipticK", other]];
      return read(["Subtract", ["Subtract", cross, product], ["Multiply", ["Pi"], factor]]);
    };
    const at = samplePoints({ m: { min: rational(1, 100), max: rational(99, 100) } }, 8, 3);
    expect(verifyZero(legendre("1/2"), at, 50).status).toBe("verified");
    expect(
      verifyZero(legendre("50000000000000000000000000000001/100000000000000000000000000000000"), at, 50).status,
    ).toBe("refuted");
  });
});

describe("verifyProposition", () => {
  it("decides the comparisons at every point", () => {
    expect(proposition("Less", ["Sin", "x"], "x").status).toBe("verified");
    expect(proposition("LessEqual", ["Sin", "x"], "x").status).toBe("verified");
    expect(proposition("Greater", ["Exp", "x"], ["Add", "1", "x"]).status).toBe("verified");
    expect(proposition("GreaterEqual", ["Sin", "x"], "1/2")).toMatchObject({ status: "refuted" });
    expect(proposition("NotEqual", ["Sin", "x"], "x").status).toBe("verified");
    expect(proposition("Equal", unit, "1").status).toBe("verified");
    expect(verifyProposition(equation(read(unit), read("2")), points, 50).status).toBe("refuted");
  });

  it("decides a tie of exact values, and only of those", () => {
    const square: Nested = ["Multiply", ["Add", "x", "1"], ["Subtract", "x", "1"]];
    const same: Nested = ["Subtract", ["Power", "x", "2"], "1"];
    expect(proposition("LessEqual", square, same).status).toBe("verified");
    expect(proposition("Less", square, same).status).toBe("refuted");
    expect(proposition("NotEqual", square, same).status).toBe("refuted");
    for (const relation of ["LessEqual", "Less", "NotEqual", "GreaterEqual", "Greater"] as const) {
      expect(proposition(relation, unit, "1")).toEqual({ status: "undecided", at: points[0] });
    }
  });

  it("decides membership of exact values; a ball can only refute", () => {
    const x = symbol("x");
    const at = [{ x: rational(3) }, { x: rational(-8, 2) }];
    expect(verifyProposition(element(x, "Integers"), at, 50).status).toBe("verified");
    expect(verifyProposition(element(x, "Integers"), [...at, { x: rational(1, 2) }], 50).status).toBe("refuted");
    expect(verifyProposition(element(x, "Rationals"), [{ x: rational(1, 2) }], 50).status).toBe("verified");
    expect(verifyProposition(element(read(["Sqrt", "x"]), "Reals"), [{ x: rational(3) }], 50).status).toBe("verified");
    expect(verifyProposition(element(read(["Sqrt", "x"]), "Integers"), [{ x: rational(3) }], 50).status).toBe(
      "refuted",
    );
    const one = verifyProposition(element(read(unit), "Integers"), at, 50);
    expect(one.status).toBe("undecided");
    expect(verifyProposition(element(read(["Sqrt", "x"]), "Rationals"), [{ x: rational(3) }], 50).status).toBe(
      "undecided",
    );
  });

  it("agrees with the order of the points themselves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (p, q) => {
        const at = [{ p: rational(p, 7), q: rational(q, 7) }];
        const less = verifyProposition(compare("Less", read(["Log", "p"]), read(["Log", "q"])), at, 20).status;
        // log 1 is exactly 0, other logarithms are balls
        const tie = p === 7 ? "refuted" : "undecided";
        expect(less).toBe(p < q ? "verified" : p > q ? "refuted" : tie);
      }),
    );
  });
});
