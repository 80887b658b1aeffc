import fc from "fast-check";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  centred,
  centring,
  conjugation,
  diagonalOffDiagonal,
  diagonalPart,
  rankOne,
  sandwich,
  schurMultiplication,
} from "../../../src/symbolic/operators/constructors.js";
import {
  centringMatrix,
  type Exchangeable,
  exchangeable,
  exchangeableInverse,
  exchangeableMatrix,
  identityAndOnes,
} from "../../../src/symbolic/operators/exchangeable.js";
import type { Operator } from "../../../src/symbolic/operators/operator.js";
import { denseMatrix } from "../../../src/symbolic/operators/structuredMatrix.js";
import { type Rational, rational, toNumber } from "../../../src/symbolic/rational.js";
import { algebraAt, dense, denseMap, fraction, largest, operators } from "./support.js";

const sizes = fc.integer({ min: 1, max: 8 });
const matrices = fc.tuple(fraction, fraction).map(([a, b]) => exchangeable(a, b));

function numbers(matrix: Exchangeable<Rational>, batch: number): Matrix {
  return new Matrix(denseMatrix(exchangeableMatrix(matrix), batch).map((row) => row.map(toNumber)));
}

function expectMap(operator: Operator<Rational>, map: (sigma: Matrix) => Matrix, batch: number): void {
  const expected = denseMap(map, batch);
  expect(largest(Matrix.sub(expected, dense(operator, batch)))).toBeLessThan(1e-13 * (1 + largest(expected)));
}

describe("operators by construction are their matrix formulas, B = 1 to 8", () => {
  it("Sigma -> A Sigma A, (A Sigma C + C Sigma A)/2, G Sigma G", () => {
    fc.assert(
      fc.property(sizes, matrices, matrices, (batch, a, c) => {
        const algebra = algebraAt(batch);
        const [A, C] = [numbers(a, batch), numbers(c, batch)];
        expectMap(conjugation(algebra, a), (sigma) => A.mmul(sigma).mmul(A), batch);
        const both = (sigma: Matrix) => Matrix.add(A.mmul(sigma).mmul(C), C.mmul(sigma).mmul(A)).mul(0.5);
        expectMap(sandwich(algebra, a, c), both, batch);
        const G = Matrix.sub(Matrix.eye(batch), Matrix.ones(batch, batch).mul(1 / batch));
        expectMap(centring(algebra), (sigma) => G.mmul(sigma).mmul(G), batch);
      }),
      { numRuns: 40 },
    );
  });

  it("Diag(Sigma), C * Sigma entry by entry, <A, Sigma> C, DOS(u, v, w)", () => {
    fc.assert(
      fc.property(sizes, matrices, matrices, fraction, (batch, a, c, w) => {
        const algebra = algebraAt(batch);
        const [A, C] = [numbers(a, batch), numbers(c, batch)];
        expectMap(diagonalPart(algebra), (sigma) => Matrix.diag(sigma.diag()), batch);
        expectMap(schurMultiplication(algebra, c), (sigma) => Matrix.mul(sigma, C), batch);
        expectMap(rankOne(algebra, a, c), (sigma) => Matrix.mul(C, A.mmul(sigma).trace()), batch);
        const [u, v] = [a.diagonal, a.offDiagonal];
        const semidirect = (sigma: Matrix) =>
          new Matrix(
            Array.from({ length: batch }, (_, i) =>
              Array.from({ length: batch }, (_, j) =>
                i === j
                  ? toNumber(u) * sigma.get(i, i)
                  : toNumber(v) * (sigma.get(i, i) + sigma.get(j, j)) + toNumber(w) * sigma.get(i, j),
              ),
            ),
          );
        expectMap(diagonalOffDiagonal(algebra, u, v, w), semidirect, batch);
      }),
      { numRuns: 40 },
    );
  });

  it("G2 T G2 of the dense matrices", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 7 }), operators, (batch, T) => {
        const algebra = algebraAt(batch);
        const projection = dense(centring(algebra), batch);
        const expected = projection.mmul(dense(T, batch)).mmul(projection);
        const result = dense(centred(algebra, T), batch);
        expect(largest(Matrix.sub(expected, result))).toBeLessThan(1e-13 * (1 + largest(dense(T, batch))) * batch ** 2);
      }),
      { numRuns: 30 },
    );
  });
});

describe("exchangeable matrices", () => {
  it("are u I + v 11^T, G among them", () => {
    const algebra = algebraAt(5);
    expect(identityAndOnes(algebra, rational(2), rational(3))).toEqual({
      diagonal: rational(5),
      offDiagonal: rational(3),
    });
    expect(centringMatrix(algebra)).toEqual({ diagonal: rational(4, 5), offDiagonal: rational(-1, 5) });
  });

  it("invert like dense ones and refuse singular ones", () => {
    fc.assert(
      fc.property(sizes, matrices, (batch, matrix) => {
        const algebra = algebraAt(batch);
        const A = numbers(matrix, batch);
        const [a, b] = [toNumber(matrix.diagonal), toNumber(matrix.offDiagonal)];
        fc.pre(a !== b && Math.abs(a + (batch - 1) * b) > 1e-9);
        const expected = inverse(A);
        const result = numbers(exchangeableInverse(algebra, matrix), batch);
        expect(largest(Matrix.sub(expected, result))).toBeLessThan(1e-10 * (1 + largest(expected)));
      }),
    );
    expect(() => exchangeableInverse(algebraAt(4), centringMatrix(algebraAt(4)))).toThrow(RangeError);
    expect(() => exchangeableInverse(algebraAt(4), exchangeable(rational(1), rational(1)))).toThrow(RangeError);
  });
});
