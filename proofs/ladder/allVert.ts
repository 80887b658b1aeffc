/**
 * Theorem 7. (1) If F has full row rank, F F' = I for F' = F^T (F F^T)^-1, and a convex combination among the rows of PF is one among those of P = (PF) F',
 * and the other way round: vert(PF) = vert(P). The entry of the row (p_1, p_2) F F' is computed for a 2 x 3 matrix F with symbols for its entries.
 *
 * (2), printed for any F, needs the same. P = I is all-vert; F = ((1, 0), (0, 1), (1/2, 1/2)) has a last row between the others, and PF is not all-vert.
 * Three rows with distinct ends are all-vert exactly where they span a plane: their differences have a Gram determinant above 0.
 */
import { minus, over, plus, power, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy, proofBy } from "../proofBy.js";

type Row = readonly Term[];

const dot = (a: Row, b: Row): Expression => plus(...a.map((x, k) => times(x, b[k]!)));
const column = (rows: readonly Row[], k: number): Row => rows.map((row) => row[k]!);

const F: readonly Row[] = [
  ["F_11", "F_12", "F_13"],
  ["F_21", "F_22", "F_23"],
];
const [aa, ab, bb] = [dot(F[0]!, F[0]!), dot(F[0]!, F[1]!), dot(F[1]!, F[1]!)] as const;
const row: Row = [0, 1, 2].map((k) => dot(["p_1", "p_2"], column(F, k)));
/** (PF) F^T (F F^T)^-1: the coordinates of a row of PF, and P's row again. */
const [first, second] = [dot(row, F[0]!), dot(row, F[1]!)] as const;
const recovered: Row = [
  over(minus(times("g_22", first), times("g_12", second)), "det"),
  over(minus(times("g_11", second), times("g_12", first)), "det"),
];
const both = (left: Term, right: Term): Expression => plus(times("x", left), times("y", right));
const recovery = equation(both("q_1", "q_2"), both("p_1", "p_2"));

function steps(builder: DerivationBuilder): void {
  const gram = [
    builder.define(symbol("g_11"), aa, "definition: F F^T"),
    builder.define(symbol("g_12"), ab, "definition: F F^T"),
    builder.define(symbol("g_22"), bb, "definition: F F^T"),
  ];
  const rule = "not 0, as F has full row rank";
  const determinant = builder.define(symbol("det"), minus(times("g_11", "g_22"), power("g_12", 2)), rule, gram);
  const back = [0, 1].map((k) =>
    builder.define(symbol(`q_${k + 1}`), recovered[k] as Expression, "entry of (P F) F^T (F F^T)^-1", [
      determinant,
      ...gram,
    ]),
  );
  builder.deduce(recovery, "exact arithmetic, both entries at once", [...back, determinant, ...gram]);
}

const source = "Theorem 7";

export const fullRowRankKeepsVertices = proofBy(
  {
    id: "ladder/full-row-rank-keeps-vertices",
    title: "The rows of P are recovered from those of PF where F has full row rank",
    source: `${source} (1)`,
    claim: recovery,
  },
  steps,
);

/** 1 where three rows are not on a line, else 0. */
function allVert([a, b, c]: readonly [Row, Row, Row]): Expression {
  const [u, v] = [a.map((x, k) => minus(x, c[k]!)), b.map((x, k) => minus(x, c[k]!))];
  return call("Sign", minus(times(dot(u, u), dot(v, v)), power(dot(u, v), 2)));
}
const one = integer(1);
const zero = integer(0);
const identity: readonly [Row, Row, Row] = [
  [one, zero, zero],
  [zero, one, zero],
  [zero, zero, one],
];
const image: readonly [Row, Row, Row] = [
  ["F_11", "F_12"],
  ["F_21", "F_22"],
  ["F_31", "F_32"],
];

export const theorem7Erratum = erratumBy(
  {
    id: "ladder/erratum-theorem-7",
    title: "PF need not be all-vert where P is",
    source: `${source} (2), for F without full row rank`,
    printed: equation(allVert(image), allVert(identity)),
    counterexample: {
      ...{ F_11: rational(1), F_12: rational(0), F_21: rational(0), F_22: rational(1) },
      ...{ F_31: rational(1, 2), F_32: rational(1, 2) },
    },
    corrected: recovery,
  },
  steps,
);
