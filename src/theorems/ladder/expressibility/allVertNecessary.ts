import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { reluLossBound } from "../../../theory/ladder/expressibility/reluLossBound.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hullDistance } from "../ways/hullDistance.js";
import { integerMatrix, present, sizes } from "./settings.js";

/** The bound, where some row is inside. */
function boundAt({ m, n, seed }: { readonly m: number; readonly n: number; readonly seed: number }) {
  const P = integerMatrix(m, n, 2, seed);
  const bound = reluLossBound(P);
  return present("a row that is no vertex", bound > 0 ? { P, bound } : null);
}

/** The loss of Gaussian weights and biases after 200 steps of gradient descent, node by node. */
function trainedLoss(P: readonly (readonly number[])[], seed: number): number {
  const stream = new GaussianStream({ seed, sample: 1, draw: 0 });
  // rows with the bias's 1: the squared entries bound the curvature
  const rows = P.map((row) => [...row, 1]);
  const rate = 1 / rows.flat().reduce((sum, x) => sum + x * x, 0);
  return rows.reduce((total, _, node) => {
    const w = rows[0]!.map(() => stream.next());
    const errors = () =>
      rows.map((row, i) => {
        const f = Math.max(
          0,
          row.reduce((sum, x, k) => sum + x * w[k]!, 0),
        );
        return { error: Number(i === node) - f, open: f > 0 };
      });
    for (let step = 0; step < 200; step++) {
      for (const [i, { error, open }] of errors().entries()) {
        if (!open) continue;
        for (const [k, x] of rows[i]!.entries()) w[k]! += rate * error * x;
      }
    }
    return total + errors().reduce((sum, { error }) => sum + error * error, 0);
  }, 0);
}

/** Rows in the hull of the others, by distances. */
const insideRows = (P: readonly (readonly number[])[]) => P.filter((_, i) => hullDistance(P, i) <= 1e-6).length;

export const allVertNecessary = theorem({
  id: "ladder/theorem-6-necessary",
  kind: "proposition",
  title:
    "All-vert is necessary for Theorem 6: a row that is the combination a of others costs any ReLU layer at least 1/(1 + |a|^2), which is 1/2 or more.",
  notation: {
    L_min: "sum of 1/(1 + |a|^2) over the rows p_i = sum_j a_j p_j",
    L: "||ReLU(P W + b) - I||_F^2 for any W and b",
  },
  parameters: sizes,
  assumptions: [],
  claim: compare("LessEqual", symbol("L_min"), symbol("L")),
  source: paper("Theorem 6"),
  uses: ["ladder/theorem-6"],
  proof: {
    kind: "open",
    reason:
      "A ReLU node is convex, F_ii <= sum_j a_j F_ji: the distance of a unit from that half-space; not written as steps.",
  },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "the bound, by exact combinations", evaluate: (point) => boundAt(point).bound },
      right: {
        name: "the loss of trained weights",
        evaluate: (point) => trainedLoss(boundAt(point).P, point.seed),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding of sums of 49 squares" },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "half the number of rows that are no vertices",
        evaluate: (point) => insideRows(boundAt(point).P) / 2,
      },
      right: { name: "the bound", evaluate: (point) => boundAt(point).bound },
      tolerance: { unit: "abs", limit: 1e-14, why: "|a|^2 <= 1, one of them equal for repeated rows" },
    },
  ],
});
