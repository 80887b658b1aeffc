import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, negative, over, plus, power, root, times } from "../../../src/symbolic/build.js";
import { evaluate } from "../../../src/symbolic/evaluate.js";
import { call, type Expression, number, symbol } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { absolute, relu, step } from "../../../src/symbolic/integrals/formula.js";
import { homogeneousDegree } from "../../../src/symbolic/integrals/homogeneousDegree.js";
import { integrate } from "../../../src/symbolic/integrals/integrate.js";
import { linearise } from "../../../src/symbolic/integrals/linearise.js";
import { signedPower } from "../../../src/symbolic/integrals/signedPower.js";
import { sphereGaussRule } from "../../../src/symbolic/integrals/sphereGaussRule.js";
import { steinRule } from "../../../src/symbolic/integrals/steinRule.js";
import { numerically } from "./numerically.js";

const [z1, z2] = [symbol("z1"), symbol("z2")];
const correlation = fc.double({ min: -0.95, max: 0.95, noNaN: true });
/** Both by the same quadrature in the plane: 1e-12 for polynomials of degree 10, 2e-11 allowed for their size. */
const near = (a: number, b: number, size = Math.max(1, Math.abs(a))) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(2e-10 * size);

describe("Stein's rule", () => {
  const smooth = fc.constantFrom<Expression>(
    z1,
    z2,
    call("Tanh", z1),
    call("Sin", minus(z1, z2)),
    call("Erf", z2),
    power(z1, 2),
    power(z2, 3),
    relu(z1),
    relu(negative(z2)),
    power(relu(z2), "a"),
    power(absolute(z1), over(3, 2)),
    number(2),
  );
  const functions = fc.array(smooth, { minLength: 1, maxLength: 3 }).chain((list) =>
    fc.constantFrom(
      list.reduce((a, b) => times(a, b)),
      list.reduce((a, b) => plus(a, times(3, b))),
    ),
  );

  it("E z1 f = E d1 f + c E d2 f, both sides by quadrature", () => {
    fc.assert(
      fc.property(functions, correlation, fc.double({ min: 1, max: 3, noNaN: true }), (f, c, a) => {
        const { claim } = steinRule(f);
        const values = { c, a };
        near(numerically(claim.left, values), numerically(claim.right, values), 100);
      }),
      { numRuns: 25 },
    );
  });

  it("asks for positive powers, and refuses jumps, poles and what may grow too fast", () => {
    expect(steinRule(power(relu(z1), "a")).conditions).toHaveLength(3);
    expect(steinRule(power(relu(z1), 2)).conditions).toHaveLength(2);
    const refused = [
      step(z1),
      call("Sign", z2),
      over(1, z1),
      power(absolute(z1), over(-1, 2)),
      power(relu(z1), 0),
      call("Log", z1),
      call("Exp", power(z1, 2)),
      call("Conditional", call("Greater", z1, z2), z1, z2),
    ];
    for (const f of refused) expect(() => steinRule(f), text(f)).toThrow(RangeError);
    expect(() => steinRule(over(power(z1, 2), 3))).not.toThrow();
  });

  it("lowers what the matcher knows: E z1 relu(z1)^a = a E relu(z1)^(a-1)", () => {
    const { claim } = steinRule(power(relu(z1), "a"));
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 6, noNaN: true }), correlation, (a, c) => {
        const [left, right] = [integrate(claim.left)!, integrate(claim.right)!];
        near(evaluate(left.result, { a, c }), evaluate(right.result, { a, c }));
      }),
    );
  });
});

describe("the sphere and Gauss", () => {
  const radius = root(plus(power(z1, 2), power(z2, 2)));
  const functions: readonly Expression[] = [
    times(power(relu(z1), "a"), power(relu(z2), "b")),
    times(power(absolute(z1), "a"), power(z2, 2)),
    power(radius, "a"),
    over(times(z1, relu(z2)), radius),
    times("b", call("Sign", times(z1, z2))),
    call("Max", times(2, relu(z1)), call("Abs", z1)),
    plus(power(plus(z1, z2), 2), times(z2, absolute(z1))),
  ];

  it.each(functions.map((f) => [text(f), f] as const))("scale alike: %s", (_, f) => {
    const { claim } = sphereGaussRule(f);
    fc.assert(
      fc.property(fc.constantFrom(3, 4, 5, 8, 30), fc.double({ min: 0.5, max: 3, noNaN: true }), (B, a) => {
        const values = { B, a, b: 1.5 };
        near(numerically(claim.left, values), numerically(claim.right, values));
      }),
      { numRuns: 5 },
    );
  });

  it("needs a function that is visibly homogeneous", () => {
    expect(() => sphereGaussRule(call("Tanh", z1))).toThrow(RangeError);
    expect(() => sphereGaussRule(plus(z1, 1))).toThrow(RangeError);
    expect(() => sphereGaussRule(plus(power(z1, "a"), power(z2, "b")))).toThrow(RangeError);
    expect(sphereGaussRule(plus(power(z1, "a"), power(z2, "a"))).parameters).toEqual(["B", "a"]);
  });
});

/** Random trees; most are homogeneous. */
const trees: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constantFrom<Expression>(z1, z2, number(0), number(2), number(-1.5), symbol("a")),
    fc
      .tuple(
        fc.constantFrom("Add", "Subtract", "Multiply", "Divide", "Max", "Min") as fc.Arbitrary<"Add">,
        tie("tree"),
        tie("tree"),
      )
      .map(([head, a, b]) => call(head, a, b)),
    fc
      .tuple(
        fc.constantFrom("Negate", "Abs", "Sqrt", "Cbrt", "Sign", "Step", "Cos") as fc.Arbitrary<"Abs">,
        tie("tree"),
      )
      .map(([head, a]) => call(head, a)),
    fc
      .tuple(tie("tree"), fc.constantFrom<Expression>(number(2), over(3, 2), number(-1), symbol("a")))
      .map(([a, e]) => power(a, e)),
    fc
      .tuple(tie("tree"), tie("tree"), tie("tree"), tie("tree"))
      .map(([a, b, c, d]) => call("Conditional", call("Less", a, b), c, d)),
  ),
})).tree;

const positive = fc.double({ min: 0.2, max: 3, noNaN: true });
const real = fc.double({ min: -3, max: 3, noNaN: true }).filter((z) => Math.abs(z) > 0.01);

describe("homogeneous functions", () => {
  it("f(s z) = s^d f(z) where a degree is given", () => {
    let found = 0;
    fc.assert(
      fc.property(trees, real, real, positive, positive, (f, x, y, s, a) => {
        const degree = homogeneousDegree(f, ["z1", "z2"]);
        if (degree === null) return;
        found += 1;
        const value = evaluate(f, { z1: x, z2: y, a });
        const scaled = evaluate(f, { z1: s * x, z2: s * y, a });
        const expected = s ** evaluate(degree, { a }) * value;
        if (!Number.isFinite(value) || !Number.isFinite(scaled) || !Number.isFinite(expected)) return;
        if (isBrittle(f, x, y, a)) return;
        expect(Math.abs(scaled - expected), text(f)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(scaled), 1e-3));
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  /** Values that a tiny change of z moves far: differences that cancel, jumps. Rounding of s z could do the same. */
  function isBrittle(f: Expression, x: number, y: number, a: number): boolean {
    const at = (h: number) => evaluate(f, { z1: x * (1 + h), z2: y * (1 - h), a });
    return !(Math.abs(at(1e-13) - at(-1e-13)) <= 1e-10 * Math.abs(at(0)));
  }

  it("of one variable are powers on either side, under the conditions stated", () => {
    let found = 0;
    fc.assert(
      fc.property(trees, real, positive, (tree, z, a) => {
        const f = call("Multiply", tree, number(1));
        const signed = signedPower(withoutSecond(f), "z1");
        if (signed === null) return;
        const held = signed.conditions.every(({ relation, left }) =>
          relation === "Element" ? Number.isInteger(evaluate(left, { a })) : evaluate(left, { a }) > 0,
        );
        if (!held) return;
        found += 1;
        const side = evaluate(z > 0 ? signed.right : signed.left, { a });
        const expected = side * Math.abs(z) ** evaluate(signed.degree, { a });
        const value = evaluate(withoutSecond(f), { z1: z, a });
        if (Number.isNaN(value) && Number.isNaN(expected)) return;
        if (!Number.isFinite(value) || !Number.isFinite(expected)) return;
        expect(Math.abs(value - expected), text(withoutSecond(f))).toBeLessThanOrEqual(
          1e-9 * Math.max(1e-3, Math.abs(value)),
        );
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  const withoutSecond = (f: Expression): Expression =>
    f.head === "Symbol" && f.name === "z2" ? z1 : "args" in f ? call(f.head, ...f.args.map(withoutSecond)) : f;
});

describe("linearise", () => {
  it("C_j C_k = sum of coefficient C_degree at random points", () => {
    const gegenbauer = (k: number, lambda: number, x: number) =>
      evaluate(call("Gegenbauer", number(k), number(lambda), number(x)));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: -3, max: 40 }).filter((n) => n !== 0),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (j, k, n, x) => {
          const terms = linearise(j, k, over(n, 8)).map(
            ({ coefficient, degree }) => evaluate(coefficient) * gegenbauer(degree, n / 8, x),
          );
          const sum = terms.reduce((a, b) => a + b, 0);
          const size = terms.reduce((a, b) => a + Math.abs(b), 0);
          expect(Math.abs(sum - gegenbauer(j, n / 8, x) * gegenbauer(k, n / 8, x))).toBeLessThanOrEqual(
            1e-13 * size + 1e-300,
          );
        },
      ),
    );
    expect(() => linearise(-1, 2)).toThrow(RangeError);
    expect(() => linearise(1.5, 2)).toThrow(RangeError);
  });
});
