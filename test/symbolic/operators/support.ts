import fc from "fast-check";
import { Matrix } from "ml-matrix";
import type { Field } from "../../../src/symbolic/algebra/field.js";
import { mapOperator, type Operator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { OperatorAlgebra } from "../../../src/symbolic/operators/operatorAlgebra.js";
import { orbits } from "../../../src/symbolic/operators/orbit.js";
import { toDense } from "../../../src/symbolic/operators/toDense.js";
import {
  addRational,
  divideRational,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
  subtractRational,
  toNumber,
} from "../../../src/symbolic/rational.js";

export const rationals: Field<Rational> = {
  zero: rational(0),
  one: rational(1),
  fromRational: (value) => value,
  add: addRational,
  subtract: subtractRational,
  negate: negateRational,
  multiply: multiplyRational,
  divide: divideRational,
  isZero: (a) => a.numerator === 0n,
};

export const algebraAt = (batch: number) => new OperatorAlgebra(rationals, rational(batch));

export const fraction = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .map(([p, q]) => rational(p, q));

/** Operators with nine independent coefficients. */
export const operators: fc.Arbitrary<Operator<Rational>> = fc
  .array(fraction, { minLength: orbits.length, maxLength: orbits.length })
  .map((values) => operatorOf((orbit) => values[orbits.indexOf(orbit)]!));

/** The same with the coefficients of empty orbits set to zero. */
export const operatorsAt = (batch: number) =>
  operators.map((operator) =>
    operatorOf((orbit) => (algebraAt(batch).orbits.includes(orbit) ? operator[orbit] : rational(0))),
  );

export const batches = fc.integer({ min: 4, max: 8 });

export const dense = (operator: Operator<Rational>, batch: number): Matrix =>
  Matrix.from1DArray(batch ** 2, batch ** 2, toDense(mapOperator(operator, toNumber), batch));

/** The dense operator that a map of symmetric matrices is, column by column; antisymmetric matrices go to zero. */
export function denseMap(map: (sigma: Matrix) => Matrix, batch: number): Matrix {
  const result = Matrix.zeros(batch ** 2, batch ** 2);
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < batch; j++) {
      const unit = Matrix.zeros(batch, batch);
      unit.set(i, j, 0.5 + unit.get(i, j));
      unit.set(j, i, 0.5 + unit.get(j, i));
      result.setColumn(i * batch + j, map(unit).to1DArray());
    }
  }
  return result;
}

/** The matrix of the operator in an orthonormal basis of the symmetric matrices: B(B+1)/2 rows. */
export function onSymmetric(operator: Matrix, batch: number): Matrix {
  const columns: number[][] = [];
  for (let i = 0; i < batch; i++) {
    for (let j = i; j < batch; j++) {
      const column = new Array<number>(batch ** 2).fill(0);
      column[i * batch + j] = i === j ? 1 : Math.SQRT1_2;
      column[j * batch + i] = i === j ? 1 : Math.SQRT1_2;
      columns.push(column);
    }
  }
  const basis = new Matrix(columns).transpose();
  return basis.transpose().mmul(operator).mmul(basis);
}

export const largest = (matrix: Matrix): number => Matrix.abs(matrix).max();
