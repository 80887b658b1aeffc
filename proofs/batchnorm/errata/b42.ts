/**
 * B.42, item 1. rank AB = rank BA fails for A = ((0, 1), (0, 0)), B = ((1, 0), (0, 0)): AB = 0 and BA = A. (rank AB = rank ABAB, which the proof
 * starts from, fails for nilpotent AB.) The characteristic polynomials of AB and BA are equal, here of 2 x 2 matrices; that is all
 * the paper uses.
 *
 * The rank of a real 2 x 2 matrix M is sign(sum of squares) + sign(det M)^2.
 */
import { minus, plus, power, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import type { Erratum } from "../../proof.js";

type Matrix = readonly [readonly [Expression, Expression], readonly [Expression, Expression]];

const named = (name: string): Matrix => [
  [symbol(`${name}_11`), symbol(`${name}_12`)],
  [symbol(`${name}_21`), symbol(`${name}_22`)],
];

function product([[a, b], [c, d]]: Matrix, [[e, f], [g, h]]: Matrix): Matrix {
  return [
    [plus(times(a, e), times(b, g)), plus(times(a, f), times(b, h))],
    [plus(times(c, e), times(d, g)), plus(times(c, f), times(d, h))],
  ];
}

const determinant = ([[a, b], [c, d]]: Matrix): Expression => minus(times(a, d), times(b, c));
const sign = (value: Expression): Expression => call("Sign", value);
const rank = (matrix: Matrix): Expression =>
  plus(sign(plus(...matrix.flat().map((entry) => power(entry, 2)))), sign(power(determinant(matrix), 2)));

/** det(x - M). */
const characteristic = ([[a, b], [c, d]]: Matrix): Expression =>
  determinant([
    [minus("x", a), call("Negate", b)],
    [call("Negate", c), minus("x", d)],
  ]);

const [A, B] = [named("A"), named("B")];
const [AB, BA] = [product(A, B), product(B, A)];

const corrected = equation(characteristic(AB), characteristic(BA));

const entries = { A_11: 0, A_12: 1, A_21: 0, A_22: 0, B_11: 1, B_12: 0, B_21: 0, B_22: 0 };

export const b42: Erratum = Object.freeze({
  id: "batchnorm/erratum-b42",
  title: "The ranks of AB and BA",
  source: "Lemma B.42, item 1; its items 2 and 3 hold for non-zero eigenvalues",
  printed: equation(rank(AB), rank(BA)),
  counterexample: Object.freeze(
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, rational(value)])),
  ),
  corrected,
  prove() {
    const builder = new DerivationBuilder({ assumptions: [], domains: {} });
    builder.deduce(corrected, "exact arithmetic", []);
    return builder.finish();
  },
});
