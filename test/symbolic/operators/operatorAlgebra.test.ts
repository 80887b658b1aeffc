import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { mapOperator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { OperatorAlgebra } from "../../../src/symbolic/operators/operatorAlgebra.js";
import { orbits } from "../../../src/symbolic/operators/orbit.js";
import { denseMatrix, structuredMatrix } from "../../../src/symbolic/operators/structuredMatrix.js";
import { rational, toNumber } from "../../../src/symbolic/rational.js";
import {
  algebraAt,
  batches,
  dense,
  fraction,
  largest,
  onSymmetric,
  operators,
  operatorsAt,
  rationals,
} from "./support.js";

const pairs = fc
  .integer({ min: 1, max: 8 })
  .chain((batch) => fc.tuple(fc.constant(batch), operatorsAt(batch), operatorsAt(batch)));

describe("OperatorAlgebra at a given batch size", () => {
  it("composes, adds and scales like dense matrices, B = 1 to 8", () => {
    fc.assert(
      fc.property(pairs, fraction, ([batch, S, T], factor) => {
        const algebra = algebraAt(batch);
        const product = dense(S, batch).mmul(dense(T, batch));
        const scale = 1 + largest(product);
        expect(largest(Matrix.sub(product, dense(algebra.compose(S, T), batch)))).toBeLessThan(1e-13 * scale);
        const combination = Matrix.add(dense(S, batch), Matrix.mul(dense(T, batch), toNumber(factor)));
        const sum = algebra.add(S, algebra.scale(factor, T));
        expect(largest(Matrix.sub(combination, dense(sum, batch)))).toBeLessThan(1e-13 * scale);
        const difference = Matrix.sub(dense(S, batch), dense(T, batch));
        expect(largest(Matrix.sub(difference, dense(algebra.subtract(S, T), batch)))).toBeLessThan(1e-13 * scale);
      }),
      { numRuns: 60 },
    );
  });

  it("has the adjoint of the dense matrix, and its trace on symmetric matrices, B = 1 to 8", () => {
    fc.assert(
      fc.property(pairs, ([batch, T]) => {
        const algebra = algebraAt(batch);
        expect(dense(algebra.adjoint(T), batch).to2DArray()).toEqual(dense(T, batch).transpose().to2DArray());
        const trace = onSymmetric(dense(T, batch), batch).trace();
        expect(toNumber(algebra.trace(T))).toBeCloseTo(trace, 9);
      }),
      { numRuns: 60 },
    );
  });

  it("has the identity of the symmetric matrices, of trace B(B + 1)/2", () => {
    for (let batch = 1; batch <= 8; batch++) {
      const algebra = algebraAt(batch);
      const identity = onSymmetric(dense(algebra.identity, batch), batch);
      expect(largest(Matrix.sub(identity, Matrix.eye(identity.rows)))).toBeLessThan(1e-15);
      expect(algebra.trace(algebra.identity)).toEqual(rational((batch * (batch + 1)) / 2));
      expect(largest(dense(algebra.zero, batch))).toBe(0);
    }
  });

  it("applies operators to matrices with marked samples as the dense matrix does", () => {
    const entries = fc.array(fraction, { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(operators, entries, fc.integer({ min: 0, max: 4 }), batches, (T, values, marks, batch) => {
        const sigma = structuredMatrix(marks, (k, l) => values[6 * k + l]!);
        const image = denseMatrix(algebraAt(batch).apply(T, sigma), batch).flat().map(toNumber);
        const column = Matrix.columnVector(denseMatrix(sigma, batch).flat().map(toNumber));
        const expected = dense(T, batch).mmul(column);
        expect(largest(Matrix.sub(expected, Matrix.columnVector(image)))).toBeLessThan(1e-12 * (1 + largest(expected)));
      }),
      { numRuns: 60 },
    );
  });

  it("is the algebra of an indeterminate evaluated there: structure constants are polynomials in B", () => {
    // Degree at most 2 in B: three batch sizes fix each constant, the others must agree.
    const constant = (batch: number, out: string, left: string, right: string) =>
      toNumber(
        algebraAt(batch)
          .structureConstants()
          .find((c) => c.out === out && c.left === left && c.right === right)?.constant ?? rational(0),
      );
    for (const { out, left, right } of algebraAt(1000).structureConstants()) {
      const at = (batch: number) => constant(batch, out, left, right);
      const [a, b, c] = [at(4), at(5), at(6)];
      for (const batch of [7, 8, 20, 1000]) {
        const t = batch - 4;
        expect(at(batch)).toBe(a + (b - a) * t + ((c - 2 * b + a) * t * (t - 1)) / 2);
      }
    }
  });

  it("keeps empty orbits at zero for B = 1, 2, 3 and never reads them", () => {
    expect([1, 2, 3, 4].map((batch) => algebraAt(batch).orbits.length)).toEqual([1, 5, 8, 9]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), operators, operators, (batch, S, T) => {
        const algebra = algebraAt(batch);
        const empty = orbits.filter((orbit) => !algebra.orbits.includes(orbit));
        const known = (operator: typeof S) =>
          operatorOf((orbit) => (empty.includes(orbit) ? rational(0) : operator[orbit]));
        const product = algebra.compose(S, T);
        expect(product).toEqual(algebra.compose(known(S), known(T)));
        expect(algebra.trace(S)).toEqual(algebra.trace(known(S)));
        const constant = algebra.operator(() => rational(1));
        for (const result of [product, algebra.add(S, T), algebra.scale(rational(2), T), constant]) {
          expect(result).toEqual(known(result));
        }
        const sigma = structuredMatrix(2, (k, l) => rational(1 + k + l));
        const image = algebra.apply(S, sigma).corner;
        expect(image).toEqual(algebra.apply(known(S), sigma).corner);
        // Two marked samples and one other need B >= 3, two others B >= 4.
        expect(image[2]![3]).toEqual(rational(0));
        if (batch < 3) expect([image[0]![2], image[1]![2], image[2]![2]]).toEqual(new Array(3).fill(rational(0)));
        if (batch < 2) expect(() => denseMatrix(sigma, batch)).toThrow(/2 marked/);
      }),
    );
    for (const batch of [0, -1, 2.5])
      expect(() =>
        denseMatrix(
          structuredMatrix(0, () => 1),
          batch,
        ),
      ).toThrow(RangeError);
  });

  it("refuses a batch of 0", () => {
    expect(() => new OperatorAlgebra(rationals, rational(0))).toThrow(RangeError);
  });

  it("compares operators on the orbits that exist", () => {
    const T = algebraAt(3).operator((k, l, i, j) => rational(k + l + i + j));
    const doubled = mapOperator(T, (value) => rationals.add(value, value));
    expect(algebraAt(3).equal(doubled, algebraAt(3).add(T, T))).toBe(true);
    expect(algebraAt(3).equal(doubled, T)).toBe(false);
  });
});
