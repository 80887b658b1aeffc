import { domainError } from "../../../numeric/domain.js";
import { type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, list } from "../../../numeric/shape.js";
import { differencesTo, exactMatrix } from "../../../symbolic/exactMatrix.js";
import { assertHullSize } from "./hullSize.js";
import { separatingFunctional } from "./separatingFunctional.js";

export interface Separators {
  /** One matrix a child, m_beta x m: the weights of node i are column i. */
  readonly weights: readonly Matrix[];
  /** One bias a node. */
  readonly biases: readonly number[];
  /** F = ReLU(sum_beta P_beta W_beta + 1 b^T), m x m, computed in doubles. */
  readonly output: Matrix;
  /** The largest |F - I|: entries off the diagonal are exactly 0 where the margin leaves room, the diagonal is 1 up to rounding. */
  readonly residual: number;
  /** The smallest margin; the weights are 2/margin at most, and the residual some 2^-53 of that. */
  readonly margin: number;
}

/**
 * Weights with which one ReLU layer of m nodes tells m events apart, F = I, from the children's tables P_beta (m x m_beta) and children whose output is I:
 * node i is a functional that takes 1 on row i of the concatenation [P_1 P_2 ...] and at most -1 on every other row.
 *
 * They exist exactly when every row of the concatenation is a vertex of their convex hull; no table needs to be so alone, nor to have full rank. At most 256 events and 8192 entries.
 * Source: the proof of Theorem 6 of the ladder paper, which asks every P_beta to be all-vert. Ours: the concatenation, and the best margin.
 * @throws TheoryError "domain": tables of different heights, a row that is no vertex or nearer than 1e-10 to being none (named).
 */
export function separators(tables: readonly Matrix[]): Separators {
  assertShapes({ tables: list(anyMatrix) }, { tables });
  const rows = concatenated(tables);
  assertHullSize("tables", rows.length, rows[0]!.length);
  const matrix = exactMatrix(rows);
  const found = rows.map((row, i) => {
    if (rows.length === 1) return { weights: row.map(() => 0), bias: 1, margin: Number.POSITIVE_INFINITY };
    const { functional, margin } = separatingFunctional(matrix, i, differencesTo(matrix, i));
    if (!(margin > 1e-10)) throw noVertex(i, margin);
    // the functional's values there: exact differences, so that a common offset of the rows costs nothing
    const length = functional.reduce((sum, value) => sum + Math.abs(value), 0);
    const weights = functional.map((value) => (2 * value) / (margin * length));
    return { weights, bias: 1 - dot(weights, row), margin };
  });
  const all = rows[0]!.map((_, k) => found.map(({ weights }) => weights[k]!));
  const biases = found.map(({ bias }) => bias);
  const output = multiply(rows, all).map((row) => row.map((value, i) => Math.max(0, value + biases[i]!)));
  return {
    weights: split(all, tables),
    biases,
    output,
    residual: Math.max(
      ...output.map((row, i) => Math.max(...row.map((value, j) => Math.abs(value - Number(i === j))))),
    ),
    margin: Math.min(...found.map(({ margin }) => margin)),
  };
}

/** [P_1 P_2 ...]. Throws TheoryError for tables that do not have one height. */
export function concatenated(tables: readonly Matrix[]): number[][] {
  if (tables.length === 0) throw domainError("tables", "[]", "at least one table", "Pass the table of each child.");
  for (const [b, table] of tables.entries()) {
    assertMatrix(`tables[${b}]`, table, b === 0 ? {} : { rows: tables[0]!.length });
  }
  return tables[0]!.map((_, i) => tables.flatMap((table) => table[i]!));
}

function split(all: Matrix, tables: readonly Matrix[]): Matrix[] {
  let from = 0;
  return tables.map((table) => {
    const to = from + table[0]!.length;
    const block = all.slice(from, to);
    from = to;
    return block;
  });
}

const noVertex = (i: number, margin: number) =>
  domainError(
    "tables",
    `a concatenation whose row ${i} has the margin ${margin}`,
    "tables whose concatenation [P_1 P_2 ...] has vertices of its convex hull only, by a margin above 1e-10",
    `No ReLU node can tell event ${i} from the others: merge it with them, or refine the children's events.`,
  );
