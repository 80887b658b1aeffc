import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalFunctions,
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import { functionSquareRoot, rationalSquareRoot } from "../../../src/symbolic/operators/squareRoot.js";
import { multiplyRational, rational } from "../../../src/symbolic/rational.js";
import { fraction } from "./support.js";

const [x, y, z] = ["x", "y", "z"].map(symbolFunction) as [RationalFunction, RationalFunction, RationalFunction];
const whole = (n: number) => field.fromRational(rational(n));
const products = fc
  .array(fc.tuple(fraction, fc.nat(2), fc.nat(2), fc.nat(1)), { minLength: 1, maxLength: 5 })
  .map((terms) =>
    terms
      .map(([factor, ...powers]) =>
        [x, y, z].reduce(
          (term, variable, i) =>
            Array.from({ length: powers[i]! }, () => variable).reduce((t, v) => field.multiply(t, v), term),
          field.fromRational(factor),
        ),
      )
      .reduce(field.add, field.zero),
  );
const functions = fc
  .tuple(
    products,
    products.filter((q) => !field.isZero(q)),
  )
  .map(([p, q]) => field.divide(p, q));
const square = (f: RationalFunction) => field.multiply(f, f);

describe("square roots in the field", () => {
  it("of a square are the element or its negative", () => {
    fc.assert(
      fc.property(functions, (f) => {
        const root = functionSquareRoot(square(f))!;
        expect(equalFunctions(root, f) || equalFunctions(root, field.negate(f))).toBe(true);
      }),
    );
    expect(functionSquareRoot(field.zero)).toEqual(field.zero);
    for (const n of [0, 1, 2, 3]) expect(rationalSquareRoot(rational(n * n))).toEqual(rational(n));
    const big = fc.bigInt({ min: 0n, max: 10n ** 60n });
    fc.assert(
      fc.property(big, big, (p, q) => {
        const root = rational(p, q + 1n);
        expect(rationalSquareRoot(multiplyRational(root, root))).toEqual(root);
      }),
    );
  });

  it("exist for squares only: what is returned squares back, and a square plus something else has none", () => {
    fc.assert(
      fc.property(functions, (f) => {
        const root = functionSquareRoot(f);
        if (root !== null) expect(equalFunctions(square(root), f)).toBe(true);
        const shifted = functionSquareRoot(field.add(square(f), symbolFunction("t")));
        expect(shifted).toBeNull();
      }),
    );
    const none = [x, field.negate(square(x)), whole(2), whole(-4), field.multiply(whole(2), square(x))];
    for (const f of [...none, field.add(square(x), square(y)), field.add(square(x), x)])
      expect(functionSquareRoot(f)).toBeNull();
    for (const f of [rational(2), rational(-1), rational(4, 3), rational(10n ** 40n + 1n)]) {
      expect(rationalSquareRoot(f)).toBeNull();
    }
  });
});
