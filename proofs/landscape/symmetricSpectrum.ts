/**
 * One hidden layer: H = [[0, B], [B^T, 0]] over (vec W_1, alpha). With S = dg(I, -I) = S^-1, S H S = -H, so that H and -H have the same eigenvalues. Shown
 * for a block B of size 2, entry by entry, and by the characteristic polynomial, which is even.
 */
import { minus, negative, plus, power, term, times } from "../../src/symbolic/build.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const zero = term(0);
const B = [
  [symbol("b_11"), symbol("b_12")],
  [symbol("b_21"), symbol("b_22")],
] as const;
/** Row i, column j of H. */
const entry = (i: number, j: number): Expression =>
  i < 2 && j >= 2 ? B[i]![j - 2]! : i >= 2 && j < 2 ? B[j]![i - 2]! : zero;
const sign = (i: number): number => (i < 2 ? 1 : -1);

const places = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => [i, j] as const));
/** All entries at once, one power of x each. */
const all = (of: (i: number, j: number) => Expression): Expression =>
  plus(...places.map(([i, j], k) => times(of(i, j), power("x", k))));

const mirrored = equation(symbol("G"), negative(symbol("F")));

export const mirroredBlocks = proofBy(
  {
    id: "landscape/mirrored-blocks",
    title: "With one hidden layer dg(I, -I) H dg(I, -I) = -H",
    source: "Eqn. 5; two weights each",
    claim: mirrored,
  },
  (builder) => {
    const own = builder.define(symbol("F"), all(entry), "the entries of H as coefficients of a polynomial");
    const turned = builder.define(
      symbol("G"),
      all((i, j) => times(sign(i), entry(i, j), sign(j))),
      "the entries of dg(I, -I) H dg(I, -I)",
    );
    builder.deduce(mirrored, "exact arithmetic, all entries at once", [own, turned]);
  },
);

/** det of a matrix of terms, by its first row. */
function determinant(matrix: readonly (readonly Expression[])[]): Expression {
  if (matrix.length === 1) return matrix[0]![0]!;
  const terms = matrix[0]!.map((first, j) => {
    const rest = matrix.slice(1).map((row) => row.filter((_, k) => k !== j));
    return times(j % 2 === 0 ? 1 : -1, first, determinant(rest));
  });
  return plus(...terms);
}

const characteristic = determinant(
  [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => minus(i === j ? "lambda" : 0, entry(i, j)))),
);
const even = equation(
  symbol("chi"),
  plus(
    minus(power("lambda", 4), times(plus(...B.flat().map((each) => power(each, 2))), power("lambda", 2))),
    power(minus(times("b_11", "b_22"), times("b_12", "b_21")), 2),
  ),
);

export const evenPolynomial = proofBy(
  {
    id: "landscape/even-polynomial",
    title: "The characteristic polynomial of such a Hessian has even powers only",
    source: "Eqn. 5; two weights each",
    claim: even,
  },
  (builder) => {
    const polynomial = builder.define(symbol("chi"), characteristic, "det(lambda - H)");
    builder.deduce(even, "exact arithmetic", [polynomial]);
  },
);
