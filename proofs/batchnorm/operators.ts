/**
 * What the proofs about ultrasymmetric operators share: the operator T with a symbol for every orbit, T_12_13 for the paper's
 * [12|13], the images of matrices under it, and whether an entry is what a formula says. On symmetric matrices only the average
 * of [12|12] and [12|21] acts, and that of [12|13] and [12|31]: both symbols stand for these averages.
 */
import { rationalFunctionOf } from "../../src/symbolic/algebra/fromExpression.js";
import {
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../src/symbolic/algebra/rationalFunction.js";
import { minus, over, plus, type Term, term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder, Setting } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { centring, diagonalOffDiagonal } from "../../src/symbolic/operators/constructors.js";
import { cycleMatrix, differenceMatrix, starMatrix } from "../../src/symbolic/operators/eigenmatrices.js";
import { exchangeable, exchangeableMatrix } from "../../src/symbolic/operators/exchangeable.js";
import { type Operator, operatorOf } from "../../src/symbolic/operators/operator.js";
import { OperatorAlgebra } from "../../src/symbolic/operators/operatorAlgebra.js";
import type { Orbit } from "../../src/symbolic/operators/orbit.js";
import {
  mapStructured,
  type StructuredMatrix,
  structuredMatrix,
} from "../../src/symbolic/operators/structuredMatrix.js";
import { compare, equation } from "../../src/symbolic/proposition.js";

export type Matrix = StructuredMatrix<RationalFunction>;

const coefficientName = (orbit: string) => `T_${orbit.replace("|", "_")}`;

/** The coefficient of T in an orbit: at("12|13") is the symbol T_12_13. */
export const at = (orbit: Orbit): Expression => symbol(coefficientName(orbit));

export const operatorSetting: Setting = {
  assumptions: [compare("GreaterEqual", symbol("B"), term(4))],
  domains: { B: { min: 4, max: 40, integer: true } },
};

export const algebra = new OperatorAlgebra(field, symbolFunction("B"));
export const generalOperator: Operator<RationalFunction> = operatorOf((orbit) =>
  symbolFunction(coefficientName(orbit)),
);

const entry = (value: Term): RationalFunction => rationalFunctionOf(term(value))!;

/** DOS(u, v, w) of the paper's B.54. */
export const dos = (u: Term, v: Term, w: Term): Operator<RationalFunction> =>
  diagonalOffDiagonal(algebra, entry(u), entry(v), entry(w));

/** BSB1(a, b): a on the diagonal, b off it. */
export const bsb1 = (a: Term, b: Term): Matrix => exchangeableMatrix(exchangeable(entry(a), entry(b)));
/** L(a, b) of B.35: a at 11, -a at 22, -b in the rest of the first row and column, b in the rest of the second ones. */
export const difference = (a: Term, b: Term): Matrix => differenceMatrix(field, entry(a), entry(b));
/** The underlined L(a, b) of B.61: a at 11, -b in the rest of the first row and column. */
export const star = (a: Term, b: Term): Matrix => starMatrix(field, entry(a), entry(b));
/** A matrix of M: weights 1, -1, 1, -1 along the cycle 1-2-3-4. */
export const cycle: Matrix = cycleMatrix(field);
/** A symmetric matrix without diagonal that is as general as four samples allow. */
export const offDiagonal: Matrix = structuredMatrix(4, (k, l) =>
  k === l || l > 3 ? field.zero : symbolFunction(`X_${k + 1}_${l + 1}`),
);

export const image = (operator: Operator<RationalFunction>, matrix: Matrix): Matrix => algebra.apply(operator, matrix);

export const scaled = (factor: Term, matrix: Matrix): Matrix =>
  mapStructured(matrix, (value) => field.multiply(entry(factor), value));

/** Whether two matrices agree in every entry. */
export const same = (a: Matrix, b: Matrix): boolean =>
  a.corner.length === b.corner.length &&
  a.corner.every((row, k) => row.every((value, l) => field.isZero(field.subtract(value, b.corner[k]![l]!))));

/** The entries of a 2 x 2 block, by name. */
export type Block = Readonly<Record<string, Expression>>;

const less = (k: number): Expression => minus("B", k);

/** T{BSB1(a, b)} = BSB1(alpha_11 a + alpha_12 b, alpha_21 a + alpha_22 b) (B.37, item 1). */
export const trivialBlock: Block = {
  alpha_11: plus(at("11|11"), times(less(1), at("11|22"))),
  alpha_12: plus(times(2, less(1), at("11|12")), times(less(1), less(2), at("11|23"))),
  alpha_21: plus(times(2, at("12|11")), times(less(2), at("12|33"))),
  alpha_22: plus(times(2, at("12|12")), times(4, less(2), at("12|13")), times(less(2), less(3), at("12|34"))),
};

/** T{L(a, b)} = L(beta_11 a + beta_12 b, beta_21 a + beta_22 b) (B.37, item 2). */
export const standardBlock: Block = {
  beta_11: minus(at("11|11"), at("11|22")),
  beta_12: times(2, less(2), minus(at("11|23"), at("11|12"))),
  beta_21: minus(at("12|33"), at("12|11")),
  beta_22: plus(times(2, at("12|12")), minus(times(2, less(4), at("12|13")), times(2, less(3), at("12|34")))),
};

/** 2 ([12|12] - 2 [12|13] + [12|34]) (B.37, item 3). */
export const cycleEigenvalue: Expression = times(2, plus(minus(at("12|12"), times(2, at("12|13"))), at("12|34")));

/** The block's entries as definitions. */
export const defineBlock = (builder: DerivationBuilder, block: Block): readonly number[] =>
  Object.entries(block).map(([name, value]) => builder.define(symbol(name), value, "definition"));

/** What G2 leaves of the image of an eigenmatrix on span(G) and on L. */
interface Centred {
  readonly eigenmatrix: Matrix;
  /** BSB1(a', b') or L(a', b'). */
  readonly image: Matrix;
  /** G2{image} over the eigenmatrix. */
  readonly eigenvalue: Expression;
  readonly lemma: string;
}

const centred: Readonly<Record<"G" | "L", Centred>> = {
  G: {
    eigenmatrix: bsb1(less(1), -1),
    image: bsb1("a'", "b'"),
    eigenvalue: over(minus("a'", "b'"), "B"),
    lemma: "G2{BSB1(a', b')} = (a'-b') G (Lemma B.15) and BSB1(B-1, -1) = B G, in every entry",
  },
  L: {
    eigenmatrix: difference(less(2), 1),
    image: difference("a'", "b'"),
    eigenvalue: over(plus("a'", times(2, "b'")), "B"),
    lemma: "G2{L(a', b')} = (a'+2b')/B L(B-2, 1) (Lemma B.36), in every entry",
  },
};

export const project = centring(algebra);

/** The eigenvalue after centring from the image of BSB1(B-1, -1) or of L(B-2, 1), checked in every entry. */
export function projectionStep(builder: DerivationBuilder, space: "G" | "L"): number {
  const { eigenmatrix, image: mapped, eigenvalue, lemma } = centred[space];
  const holds = same(image(project, mapped), scaled(eigenvalue, eigenmatrix));
  return builder.confirm(equation(symbol(`lambda_${space}`), eigenvalue), lemma, [], holds);
}
