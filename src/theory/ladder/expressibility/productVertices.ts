import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { anyMatrix, assertShapes, fromZero, optionsOf } from "../../../numeric/shape.js";
import { exactRank } from "../../../symbolic/exact/rank.js";
import { exactMatrix, multiplyExact } from "../../../symbolic/exactMatrix.js";
import { rational } from "../../../symbolic/rational.js";
import { exactHullVertices, type HullOptions, type HullVertices, roundingOf } from "./hullVertices.js";

export interface ProductVertices {
  readonly P: HullVertices;
  /** Of the product P F, which is taken in rationals. */
  readonly PF: HullVertices;
  /** Of F, exact. */
  readonly rank: number;
  /** Whether the rows of F are linearly independent: then P and P F have the same vertices. */
  readonly fullRowRank: boolean;
}

/**
 * The vertices of P and of P F, P m x n, F n x k. Every vertex of P F is one of P; the converse needs F of full row rank.
 *
 * A rank-deficient F is no error: `rank` and `fullRowRank` tell. The rank of P plays no part.
 *
 * Source: Theorem 7 of the ladder paper; its second part, "PF is all-vert iff P is", is false without that rank. Domain and errors
 * as `hullVertices`, P's tolerance is that of both; entries of F are read as their shortest decimals too.
 */
export function productVertices(P: Matrix, F: Matrix, options: HullOptions = {}): ProductVertices {
  assertShapes({ P: anyMatrix, F: anyMatrix, options: optionsOf({ tolerance: fromZero }) }, { P, F, options });
  assertMatrix("P", P);
  assertMatrix("F", F, { rows: P[0]!.length });
  const [exactP, exactF] = [exactMatrix(P), exactMatrix(F)];
  const rank = exactRank(exactF.integers.map((row) => row.map((value) => rational(value))));
  const within = { tolerance: roundingOf(exactP), ...options };
  return {
    P: exactHullVertices(exactP, within),
    PF: exactHullVertices(multiplyExact(exactP, exactF), within),
    rank,
    fullRowRank: rank === F.length,
  };
}
