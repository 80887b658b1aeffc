/**
 * Spectrum of an ultrasymmetric operator on symmetric B x B matrices, B >= 4 (paper Theorem 1, B.37):
 *
 *   BSB1(a, b)       two copies of the trivial representation: a 2 x 2 block, each eigenvalue once
 *   L(a, b)          two copies of the standard one: a 2 x 2 block, each eigenvalue B - 1 times
 *   M                zero diagonal, zero row sums: one scalar, B(B - 3)/2 times
 *
 * and of G2 T on matrices whose rows sum to zero (B.38): one scalar each on G, L(B - 2, 1) and M.
 * Every number is read off the operator's action on a matrix of that kind. The multiplicities add up to B(B + 1)/2, those
 * after centring to B(B - 1)/2. At B = 3 the space M is empty and [12|34] does not exist; at B = 2
 * L(a, b) is diag(a, -a) whatever b is, so that one copy of the standard representation is left; both are refused.
 */
import { rational } from "../rational.js";
import { type Block, block } from "./block.js";
import { centring } from "./constructors.js";
import { cycleMatrix, differenceMatrix } from "./eigenmatrices.js";
import { centringMatrix, exchangeable, exchangeableMatrix } from "./exchangeable.js";
import type { Operator } from "./operator.js";
import type { OperatorAlgebra } from "./operatorAlgebra.js";
import type { StructuredMatrix } from "./structuredMatrix.js";

export interface Eigenvalues<T> {
  /** On the coordinates (a, b) of BSB1(a, b). */
  readonly trivial: Block<T>;
  /** On the coordinates (a, b) of L(a, b). */
  readonly standard: Block<T>;
  readonly M: T;
}

export interface CentredEigenvalues<T> {
  readonly G: T;
  readonly L: T;
  readonly M: T;
}

/** B.37. Throws a RangeError for B = 1, 2, 3. */
export function eigenvalues<T>(algebra: OperatorAlgebra<T>, operator: Operator<T>): Eigenvalues<T> {
  requireFourSamples(algebra);
  const { field } = algebra;
  const { zero, one } = field;
  const image = (matrix: StructuredMatrix<T>) => algebra.apply(operator, matrix).corner;
  const [trivialA, trivialB] = [
    image(exchangeableMatrix(exchangeable(one, zero))),
    image(exchangeableMatrix(exchangeable(zero, one))),
  ];
  const [standardA, standardB] = [image(differenceMatrix(field, one, zero)), image(differenceMatrix(field, zero, one))];
  return Object.freeze({
    trivial: block(field, [
      [trivialA[0]![0]!, trivialB[0]![0]!],
      [trivialA[0]![1]!, trivialB[0]![1]!],
    ]),
    standard: block(field, [
      [standardA[0]![0]!, standardB[0]![0]!],
      [standardA[1]![2]!, standardB[1]![2]!],
    ]),
    M: image(cycleMatrix(field))[0]![1]!,
  });
}

/** B.38: the eigenvalues of Sigma -> G T{Sigma} G on span(G), L and M. Throws a RangeError for B = 1, 2, 3. */
export function centredEigenvalues<T>(algebra: OperatorAlgebra<T>, operator: Operator<T>): CentredEigenvalues<T> {
  requireFourSamples(algebra);
  const { field, batch } = algebra;
  const projection = centring(algebra);
  const image = (matrix: StructuredMatrix<T>) => algebra.apply(projection, algebra.apply(operator, matrix)).corner;
  const onG = image(exchangeableMatrix(centringMatrix(algebra)));
  const onL = image(differenceMatrix(field, field.subtract(batch, algebra.integer(2)), field.one));
  return Object.freeze({
    // G = BSB1(a, b) with a - b = 1.
    G: field.subtract(onG[0]![0]!, onG[0]![1]!),
    L: onL[1]![2]!,
    M: image(cycleMatrix(field))[0]![1]!,
  });
}

/** 1, B - 1 and B(B - 3)/2: how often each centred eigenvalue occurs, and each one of a block. */
export function dimensions<T>(algebra: OperatorAlgebra<T>): CentredEigenvalues<T> {
  const { field, batch } = algebra;
  const half = field.fromRational(rational(1, 2));
  const pairs = field.multiply(batch, field.subtract(batch, algebra.integer(3)));
  return Object.freeze({ G: field.one, L: field.subtract(batch, field.one), M: field.multiply(half, pairs) });
}

function requireFourSamples<T>(algebra: OperatorAlgebra<T>): void {
  if (algebra.orbits.includes("12|34")) return;
  throw new RangeError("the spaces G, L and M exist together for B >= 4 only: B is 1, 2 or 3");
}
