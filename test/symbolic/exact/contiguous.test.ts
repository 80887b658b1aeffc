import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minus, negative, over, plus, power, type Term, term, times } from "../../../src/symbolic/build.js";
import { contiguous, type Parameters } from "../../../src/symbolic/exact/contiguous.js";
import { exactSymbol, integerExact, rationalExact } from "../../../src/symbolic/exact/create.js";
import { type Decision, decide } from "../../../src/symbolic/exact/decide.js";
import { exactField } from "../../../src/symbolic/exact/field.js";
import { toExpression } from "../../../src/symbolic/exact/toExpression.js";
import { call, type Expression } from "../../../src/symbolic/expression.js";
import { verifyZero } from "../../../src/symbolic/precise/verify.js";
import { compare, equation, type Proposition } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { valueAt } from "../kernels/value.js";

const hypergeometric = (a: Term, b: Term, c: Term, z: Term) =>
  call("Hypergeometric", term(a), term(b), term(c), term(z));
const above = (left: Term, right: Term) => compare("Greater", term(left), term(right));
const below = (left: Term, right: Term) => compare("Less", term(left), term(right));
const exactly = (left: Expression, right: Expression, assumptions: readonly Proposition[] = []): Decision["status"] =>
  decide(equation(left, right), { assumptions, points: 0 }).status;

/** The power series itself. */
function series(a: number, b: number, c: number, z: number): number {
  let [sum, next] = [0, 1];
  for (let k = 0; Math.abs(next) > 1e-20; k++) {
    sum += next;
    next *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1));
  }
  return sum;
}

const base: Parameters = [exactSymbol("a"), exactSymbol("b"), exactSymbol("k")];
const z = exactSymbol("z");
const shifted = (shifts: readonly number[]) =>
  base.map((own, i) => exactField.add(own, integerExact(shifts[i]!))) as unknown as Parameters;

// no parameter, and no difference of c and another, comes near a whole number
const values = fc.record({
  a: fc.double({ min: 0.1, max: 0.3, noNaN: true }),
  b: fc.double({ min: 0.45, max: 0.6, noNaN: true }),
  k: fc.double({ min: 0.8, max: 0.9, noNaN: true }),
  z: fc.oneof(fc.double({ min: -0.7, max: -0.1, noNaN: true }), fc.double({ min: 0.1, max: 0.7, noNaN: true })),
});

describe("contiguous", () => {
  const shifts = [-2, -1, 0, 1, 2].flatMap((i) => [-1, 0, 1].flatMap((j) => [-2, -1, 0, 1, 2].map((l) => [i, j, l])));

  it("agrees with the power series at random parameters, for each of 75 shifts", () => {
    for (const shift of shifts) {
      const value = toExpression(contiguous(shifted(shift), base, z, exactField)!);
      fc.assert(
        fc.property(values, (at) => {
          const expected = series(at.a + shift[0]!, at.b + shift[1]!, at.k + shift[2]!, at.z);
          expect(Math.abs(valueAt(value, at) - expected)).toBeLessThan(1e-8 * Math.max(1, Math.abs(expected)));
        }),
        { numRuns: 3 },
      );
    }
  }, 20_000);

  it("proves relations that no single step gives", () => {
    const F = (i: number, j: number, l: number) => hypergeometric(plus("a", i), plus("b", j), plus("k", l), "z");
    const rows: readonly (readonly [Expression, Expression])[] = [
      // three of Gauss's relations
      [
        plus(
          times(minus("k", "a"), F(-1, 0, 0)),
          times(plus(minus(times(2, "a"), "k"), times(minus("b", "a"), "z")), F(0, 0, 0)),
        ),
        times("a", minus(1, "z"), F(1, 0, 0)),
      ],
      [times(minus("b", "a"), F(0, 0, 0)), minus(times("b", F(0, 1, 0)), times("a", F(1, 0, 0)))],
      [minus(F(0, 0, 0), F(1, 0, 0)), negative(times(over(times("b", "z"), "k"), F(1, 1, 1)))],
      // the equation, with derivatives as shifts of all parameters
      [
        plus(
          times(
            "z",
            minus(1, "z"),
            over(times("a", plus("a", 1), "b", plus("b", 1)), times("k", plus("k", 1))),
            F(2, 2, 2),
          ),
          times(minus("k", times(plus("a", "b", 1), "z")), over(times("a", "b"), "k"), F(1, 1, 1)),
        ),
        times("a", "b", F(0, 0, 0)),
      ],
    ];
    for (const [left, right] of rows) {
      expect(exactly(left, right)).toBe("proved");
      expect(exactly(left, times(over(1001, 1000), right))).toBe("undecided");
      expect(exactly(left, plus(right, F(0, 0, 0)))).toBe("undecided");
    }
  });

  it("takes the upper parameters in either order", () => {
    const [a, b, k] = shifted([1, 2, 0]);
    const exchanged = contiguous([b, a, k], base, z, exactField)!;
    expect(exchanged).toEqual(contiguous([a, b, k], base, z, exactField));
    expect(exactly(hypergeometric("b", plus("a", 1), "k", "z"), hypergeometric(plus("a", 1), "b", "k", "z"))).toBe(
      "proved",
    );
  });

  it("is null where a divisor is zero, far away, at z = 0 and 1, and for other classes", () => {
    const [a, b, k] = base;
    const at = (target: Parameters, from: Parameters, point = z) => contiguous(target, from, point, exactField);
    const plusOne = (x: typeof a) => exactField.add(x, exactField.one);
    expect(at([a, b, plusOne(a)], [a, b, a])).toBeNull();
    expect(at([a, b, plusOne(k)], [a, b, k])).not.toBeNull();
    expect(at(base, base, exactField.zero)).toBeNull();
    expect(at(base, base, exactField.one)).toBeNull();
    expect(at([a, b, exactField.add(k, rationalExact(rational(1, 2)))], base)).toBeNull();
    expect(at([b, b, k], base)).toBeNull();
    const numbers: Parameters = [rational(1, 3), rational(1, 5), rational(1, 7)].map(
      rationalExact,
    ) as unknown as Parameters;
    const far = (steps: number) =>
      at([numbers[0], numbers[1], exactField.add(numbers[2], integerExact(steps))], numbers, numbers[0]);
    // the coefficients of 60 steps cancel in doubles
    const direct = hypergeometric(over(1, 3), over(1, 5), plus(60, over(1, 7)), over(1, 3));
    expect(verifyZero(minus(toExpression(far(60)!), direct), [{}], 30).status).toBe("verified");
    expect(far(61)).toBeNull();
  });

  it("gives up within seconds on relations too long to write", () => {
    const start = performance.now();
    expect(contiguous(shifted([20, -20, 20]), base, z, exactField)).toBeNull();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("knows the Wronskian of the two solutions about z = 0, for z < 1", () => {
    const companion = (l: number) =>
      hypergeometric(plus(minus("a", "k"), 1 + l), plus(minus("b", "k"), 1 + l), plus(minus(2, "k"), l), "z");
    const F = (l: number) => hypergeometric(plus("a", l), plus("b", l), plus("k", l), "z");
    const slope = over(times("z", "a", "b"), "k");
    const other = over(times("z", plus(minus("a", "k"), 1), plus(minus("b", "k"), 1)), minus(2, "k"));
    const left = minus(
      times(F(0), plus(times(minus(1, "k"), companion(0)), times(other, companion(1)))),
      times(slope, F(1), companion(0)),
    );
    const right = (constant: Term) =>
      times(minus(1, "k"), power(minus(1, "z"), minus(minus(minus("k", "a"), "b"), constant)));
    fc.assert(
      fc.property(values, (at) => {
        const [found, expected] = [valueAt(left, at), valueAt(right(1), at)];
        expect(Math.abs(found - expected)).toBeLessThan(1e-10 * Math.max(1, Math.abs(expected)));
      }),
    );
    const inside = [above("z", -1), below("z", 1)];
    expect(exactly(left, right(1), inside)).toBe("proved");
    expect(exactly(left, right(0), inside)).toBe("undecided");
  });
});
