import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { minus } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { minimalLinearLoss } from "../../../theory/ladder/expressibility/minimalLinearLoss.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { present } from "./settings.js";

/** Columns whose part off the others is smaller than this, relative to the longest column, are rounding. */
const NEGLIGIBLE = 1e-11;

/** ||Q Q^T - I||_F^2 for an orthonormal basis Q of the columns of M, longest remainder first: the loss where the best weights are used. */
function lossOfBestWeights(M: readonly (readonly number[])[]): number {
  let left = M[0]!.map((_, k) => M.map((row) => row[k]!));
  const longest = Math.max(...left.map((column) => Math.hypot(...column)));
  const basis: number[][] = [];
  while (left.length > 0) {
    const lengths = left.map((column) => Math.hypot(...column));
    const length = Math.max(...lengths);
    if (!(length > NEGLIGIBLE * longest)) break;
    const own = left[lengths.indexOf(length)]!;
    // twice: what is left of a small remainder is orthogonal to the others again
    const clean = off(off(own, basis), basis);
    const size = Math.hypot(...clean);
    const next = clean.map((entry) => entry / size);
    basis.push(next);
    left = left.filter((column) => column !== own).map((column) => off(column, [next]));
  }
  let loss = 0;
  for (const i of M.keys()) {
    for (const j of M.keys()) {
      loss += (basis.reduce((sum, q) => sum + q[i]! * q[j]!, 0) - Number(i === j)) ** 2;
    }
  }
  return loss;
}

/** The vector less its parts along the basis. */
const off = (vector: readonly number[], basis: readonly (readonly number[])[]): number[] =>
  basis.reduce<number[]>(
    (rest, q) => {
      const along = dot(rest, q);
      return rest.map((entry, i) => entry - along * q[i]!);
    },
    [...vector],
  );

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
  source: paper("Theorem 6, Eqn 13, Eqn 82"),
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
      right: { name: "the loss of the best weights, by Gram and Schmidt", evaluate: ({ M }) => lossOfBestWeights(M) },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of at most seven orthonormal vectors" },
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
      right: { name: "the loss of the best weights, by Gram and Schmidt", evaluate: ({ M }) => lossOfBestWeights(M) },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  },
});

/** The matrix; a point where a singular value is neither clear nor rounding is skipped. */
function decided(M: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return present("a clear rank", minimalLinearLoss(M).gap > 1e4 ? M : null);
}
