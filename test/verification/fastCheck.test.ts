import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as api from "../../src/fast-check.js";
import { activation } from "../../src/symbolic/activation/create.js";
import { rationalFunctions, symbolFunction } from "../../src/symbolic/algebra/rationalFunction.js";
import { OperatorAlgebra } from "../../src/symbolic/operators/operatorAlgebra.js";
import { orbits } from "../../src/symbolic/operators/orbit.js";
import { notApplicable, product, simulated, square, toy } from "./toys.js";

describe("property", () => {
  it("passes for a true theorem, under any seed", () => {
    fc.assert(api.property(toy(square, [product((x) => x * x - 1)])));
  });

  it("fails for a false one, with both sides and a small point", () => {
    const result = fc.check(api.property(toy(square, [product((x) => x * x - 1 + (x > 7 ? 1 : 0))])), { seed: 1 });
    expect(result.failed).toBe(true);
    const [{ x }] = result.counterexample!;
    expect(x).toBeGreaterThan(7);
    expect(x).toBeLessThan(20);
    expect(String(result.errorInstance)).toMatch(/batchnorm\/toy: \(x - 1\)\(x \+ 1\) = another way is refuted; left/);
  });

  it("fails where there is no number, and never passes where nothing applies", () => {
    expect(fc.check(api.property(toy(square, [product(() => Number.NaN)]))).failed).toBe(true);
    expect(fc.check(api.property(toy(square, [product(notApplicable)]))).failed).toBe(true);
  });

  it("needs a check at random points", () => {
    expect(() => api.property(toy(square, [simulated(1)]))).toThrow("batchnorm/toy has no check at random points");
  });
});

describe("arbitraries", () => {
  it("of activations give their derivative's slope", () => {
    fc.assert(
      fc.property(api.activations("smooth"), fc.integer({ min: -15, max: 15 }), (phi, k) => {
        const [x, h] = [k / 10, 1e-4];
        const slope = (phi.value(x + h) - phi.value(x - h)) / (2 * h);
        const scale = Math.max(...[x, x + h, x - h, 1, 2].map((y) => Math.abs(phi.value(y))), Math.abs(slope), 1e-12);
        // h^2 phi'''/6 with slopes of up to 5, and cancellation 1e-16/h
        expect(Math.abs(phi.derivative(x) - slope)).toBeLessThan(1e-4 * scale);
      }),
    );
    expect(fc.sample(api.activations("homogeneous"), 50).every(({ facts }) => facts.homogeneity.value !== null)).toBe(
      true,
    );
    expect(activation("x").facts.parity.value).toBe("odd");
  });

  it("of batch sizes stay in their range", () => {
    expect(fc.sample(api.batchSizes({ min: 8, max: 64 }), 200).every((n) => n >= 8 && n <= 64)).toBe(true);
  });

  it("of operators are elements of the algebra, which is not commutative but associative", () => {
    const algebra = new OperatorAlgebra(rationalFunctions, symbolFunction("B"));
    const operator = api.ultrasymmetricOperators(algebra);
    fc.assert(
      fc.property(operator, operator, operator, (s, t, u) => {
        const left = algebra.compose(algebra.compose(s, t), u);
        const difference = algebra.subtract(left, algebra.compose(s, algebra.compose(t, u)));
        expect(orbits.every((orbit) => algebra.field.isZero(difference[orbit]))).toBe(true);
      }),
      { numRuns: 5 },
    );
    const small = new OperatorAlgebra(
      rationalFunctions,
      rationalFunctions.fromRational({ numerator: 3n, denominator: 1n }),
    );
    for (const element of fc.sample(api.ultrasymmetricOperators(small), 20)) {
      expect(small.field.isZero(element["12|34"])).toBe(true);
    }
    expect(fc.sample(api.ultrasymmetricCoefficients(), 20).every((own) => Object.keys(own).length === 9)).toBe(true);
  });

  it("of BSB1 covariances have two values, semidefinite ones no negative direction", () => {
    fc.assert(
      fc.property(api.bsb1Covariances(5), (matrix) => {
        expect(new Set(matrix.flat()).size).toBeLessThanOrEqual(2);
      }),
    );
    fc.assert(
      fc.property(
        api.semidefiniteCovariances(5),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }),
        (matrix, v) => {
          const form = matrix.reduce((sum, row, i) => sum + v[i]! * row.reduce((s, x, j) => s + x * v[j]!, 0), 0);
          const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
          expect(form).toBeGreaterThanOrEqual(-1e-12 * trace * v.reduce((sum, x) => sum + x * x, 1));
        },
      ),
    );
  });
});
