import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { minus } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { minimalLinearLoss } from "../../../theory/ladder/expressibility/minimalLinearLoss.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { present } from "./settings.js";

/** ||M M^+ - I||_F^2: the loss where the best weights are used. */
function lossOfBestWeights(M: readonly (readonly number[])[]): number {
  const matrix = new Matrix(M.map((row) => [...row]));
  const { leftSingularVectors, diagonal } = new SingularValueDecomposition(matrix, { autoTranspose: true });
  const used = diagonal.flatMap((value, k) => (value > 1e-10 * diagonal[0]! ? [k] : []));
  let loss = 0;
  for (let i = 0; i < M.length; i++) {
    for (let j = 0; j < M.length; j++) {
      const entry = used.reduce((sum, k) => sum + leftSingularVectors.get(i, k) * leftSingularVectors.get(j, k), 0);
      loss += (entry - Number(i === j)) ** 2;
    }
  }
  return loss;
}

export const linearLowerBound = theorem({
  id: "ladder/theorem-6-lower-bound",
  kind: "theorem",
  title:
    "A linear network loses at least m less the number of columns of [P_1 P_2 ...], and exactly m less its rank: an Omega where an O is printed.",
  notation: {
    L: "min over W of ||M W - I||_F^2 for M = [P_1 P_2 ...] with m rows and n columns",
    m: "events of the region",
    n: "events of the children together",
  },
  parameters: {
    m: { set: "integer", min: 1, max: 7, doc: "Rows of M." },
    n: { set: "integer", min: 1, max: 7, doc: "Columns of M." },
    M: { set: "stochastic", rows: "m", columns: "n", doc: "The concatenation, up to a factor." },
  },
  assumptions: [],
  claim: compare("GreaterEqual", symbol("L"), minus("m", "n")),
  source: paper("Theorem 6, Eqn 82"),
  uses: ["ladder/theorem-6-linear"],
  proof: { kind: "open", reason: "Eckart, Young and Mirsky; not written as steps." },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "m - n", evaluate: ({ m, n }) => m - n },
      right: { name: "m less the rank, by singular values", evaluate: ({ M }) => minimalLinearLoss(decided(M)).loss },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
    {
      kind: "routes",
      left: { name: "m less the rank, by singular values", evaluate: ({ M }) => minimalLinearLoss(decided(M)).loss },
      right: { name: "the loss of the pseudo-inverse", evaluate: ({ M }) => lossOfBestWeights(M) },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of singular vectors" },
    },
  ],
  printed: {
    claim: compare("Greater", symbol("L"), integer(0)),
    says: "min Loss_Linear = O(exp(sz)) is printed, an upper bound that every loss obeys; read as the lower bound that is meant, it fails under the printed hypothesis: P = I is all-vert and costs a linear layer nothing. The rank decides.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        m: 2,
        n: 2,
        M: [
          [1, 0],
          [0, 1],
        ],
      },
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: { name: "the loss of the pseudo-inverse", evaluate: ({ M }) => lossOfBestWeights(M) },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  },
});

/** The matrix; a point where a singular value is neither clear nor rounding is skipped. */
function decided(M: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return present("a clear rank", minimalLinearLoss(M).gap > 1e4 ? M : null);
}
