import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { centredEigenvalues } from "../../../src/symbolic/operators/eigenvalues.js";
import { liftDense } from "../../../src/symbolic/operators/liftDense.js";
import { mapOperator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { orbitOf } from "../../../src/symbolic/operators/orbit.js";
import { toDense } from "../../../src/symbolic/operators/toDense.js";
import { rationalFromNumber, toNumber } from "../../../src/symbolic/rational.js";
import { denseOperators } from "../../../src/theorems/batchnorm/ways/denseOperators.js";
import { groupedEigenvalues } from "../../../src/theorems/batchnorm/ways/groupedEigenvalues.js";
import { algebraAt, denseMap, operatorsAt } from "./support.js";

const rows = (flat: Float64Array, batch: number) =>
  Array.from({ length: batch ** 2 }, (_, row) => [...flat.slice(row * batch ** 2, (row + 1) * batch ** 2)]);

describe("liftDense", () => {
  it("is the inverse of toDense, B = 1 to 7", () => {
    const sized = fc.integer({ min: 1, max: 7 }).chain((batch) => fc.tuple(fc.constant(batch), operatorsAt(batch)));
    fc.assert(
      fc.property(sized, fc.boolean(), ([batch, exact], nested) => {
        const operator = mapOperator(exact, toNumber);
        const flat = toDense(operator, batch);
        const lift = liftDense(nested ? rows(flat, batch) : flat, batch, 0);
        expect(lift).toEqual({ kind: "ultrasymmetric", operator, deviation: 0 });
      }),
      { numRuns: 50 },
    );
  });

  it("averages what symmetric matrices cannot tell apart: [12|12] with [12|21], [12|13] with [12|31]", () => {
    const identity = Float64Array.from({ length: 4 ** 4 }, (_, at) => Number(Math.floor(at / 16) === at % 16));
    const lift = liftDense(identity, 4, 0);
    expect(lift).toEqual({
      kind: "ultrasymmetric",
      operator: mapOperator(algebraAt(4).identity, toNumber),
      deviation: 0,
    });
    // Sigma -> A Sigma A without symmetrisation.
    const A = Matrix.sub(Matrix.eye(5).mul(3), Matrix.ones(5, 5));
    const plain = A.kroneckerProduct(A).to2DArray();
    const symmetrised = liftDense(denseMap((sigma) => A.mmul(sigma).mmul(A), 5).to2DArray(), 5, 1e-14);
    expect(liftDense(plain, 5, 0)).toMatchObject({ operator: (symmetrised as { operator: unknown }).operator });
  });

  it("names the two entries that differ most and by how much", () => {
    const operator = operatorOf(() => 1);
    const perturbed = fc.tuple(fc.integer({ min: 3, max: 5 }), fc.nat(), fc.double({ min: 1e-6, max: 1, noNaN: true }));
    fc.assert(
      fc.property(perturbed, ([batch, place, size]) => {
        const flat = toDense(operator, batch);
        const at = place % flat.length;
        flat[at]! += size;
        const [k, l, i, j] = [
          Math.floor(at / batch ** 3),
          Math.floor(at / batch ** 2) % batch,
          Math.floor(at / batch) % batch,
          at % batch,
        ];
        const lift = liftDense(flat, batch, size / 2);
        if (lift.kind !== "not-ultrasymmetric") throw new Error("an uneven operator was lifted");
        expect(lift.larger).toEqual({ indices: [k, l, i, j], value: 1 + size });
        expect(lift.smaller.value).toBe(1);
        expect(orbitOf(...lift.smaller.indices)).toBe(orbitOf(k, l, i, j));
        expect(lift.difference).toBe(1 + size - 1);
        expect(liftDense(flat, batch, 2 * size).kind).toBe("ultrasymmetric");
      }),
    );
  });

  it("refuses Sigma -> A Sigma, whose images are not symmetric, and a preferred sample", () => {
    const A = Matrix.sub(Matrix.eye(4).mul(3), Matrix.ones(4, 4));
    expect(liftDense(A.kroneckerProduct(Matrix.eye(4)).to2DArray(), 4, 1e-9)).toMatchObject({
      kind: "not-ultrasymmetric",
      difference: 1,
    });
    const D = Matrix.diag([1, 1, 1, 2]);
    const lift = liftDense(D.kroneckerProduct(D).to2DArray(), 4, 1e-9);
    expect(lift).toMatchObject({
      kind: "not-ultrasymmetric",
      difference: 3,
      larger: { indices: [3, 3, 3, 3], value: 4 },
    });
  });

  it("reads the Jacobian of batch normalisation off a quadrature on the sphere, and its spectrum", () => {
    for (const batch of [4, 5]) {
      const { forward, backward } = denseOperators(
        { value: Math.tanh, derivative: (x) => 1 / Math.cosh(x) ** 2 },
        batch,
      );
      for (const matrix of [forward, backward]) {
        const lift = liftDense(matrix.to2DArray(), batch, 1e-10);
        if (lift.kind !== "ultrasymmetric") throw new Error(`differs by ${lift.difference}`);
        const values = centredEigenvalues(algebraAt(batch), mapOperator(lift.operator, rationalFromNumber));
        const { G, L, M } = { G: toNumber(values.G), L: toNumber(values.L), M: toNumber(values.M) };
        const expected = groupedEigenvalues(matrix, batch, 1e-8).flatMap(({ value, multiplicity }) =>
          Array.from({ length: multiplicity }, () => value),
        );
        const predicted = [G, ...new Array(batch - 1).fill(L), ...new Array((batch * (batch - 3)) / 2).fill(M)];
        predicted
          .sort((a, b) => b - a)
          .forEach((value, i) => {
            expect(value).toBeCloseTo(expected[i]!, 9);
          });
      }
    }
  });

  it("refuses what is no operator", () => {
    const flat = toDense(
      operatorOf(() => 1),
      3,
    );
    expect(() => liftDense(flat, 4, 0)).toThrow(/16 x 16/);
    expect(() => liftDense([...rows(flat, 3).slice(1), [1]], 3, 0)).toThrow(RangeError);
    expect(() =>
      liftDense(
        flat.map((value, at) => (at === 80 ? Number.NaN : value)),
        3,
        0,
      ),
    ).toThrow("entry 8 of row 8 is NaN");
    expect(() => liftDense(flat, 3, -1)).toThrow(RangeError);
    expect(() => liftDense(flat, 3, Number.NaN)).toThrow(RangeError);
    for (const batch of [0, 2.5, -1]) {
      expect(() => liftDense(flat, batch, 0)).toThrow(RangeError);
      expect(() =>
        toDense(
          operatorOf(() => 1),
          batch,
        ),
      ).toThrow(RangeError);
    }
  });
});
