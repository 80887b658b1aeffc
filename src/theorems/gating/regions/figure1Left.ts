import { disconnectedEnds, disconnectedWitness } from "../../../../proofs/gating/figure1.js";
import { over, plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { activeIntervals } from "../../../theory/gating/regions/activeIntervals.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { size } from "./parameters.js";
import { preactivations } from "./ways/forward.js";
import type { Gates } from "./ways/randomGates.js";

/** relu(x), ..., relu(x - 2 teeth + 1) below a node with weights 1, -2, 2, -2, ... and bias -1/2. */
const teethOf = (teeth: number): Gates => {
  const nodes = Array.from({ length: 2 * teeth }, (_, i) => i);
  return {
    W: [nodes.map(() => [1]), [nodes.map((i) => (i === 0 ? 1 : i % 2 === 0 ? 2 : -2))]],
    b: [nodes.map((i) => -i), [-0.5]],
  };
};

const isOpen = (gates: Gates, x: number) => {
  const [below, above] = preactivations(gates, [x], "relu");
  return below![0]! >= 0 && above![0]! >= 0;
};

/** Where a walk in steps of 1/8 finds the path's gates opened or shut, by bisection. */
function changesOf(gates: Gates, to: number): number[] {
  const found: number[] = [];
  for (let x = -1; x < to; x += 1 / 8) {
    if (isOpen(gates, x) === isOpen(gates, x + 1 / 8)) continue;
    let [low, high] = [x, x + 1 / 8];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (isOpen(gates, middle) === isOpen(gates, x)) low = middle;
      else high = middle;
    }
    found.push((low + high) / 2);
  }
  return found;
}

const endsOf = (teeth: number): number[] => {
  const { W, b } = teethOf(teeth);
  const found = activeIntervals(W, [0, 0], { biases: b, interval: [-1, 2 * teeth + 1] });
  return found.flatMap(({ from, to }) => [from, to]);
};

export const figure1Left = theorem({
  id: "gating/figure-1-left",
  kind: "remark",
  title: "An active path region of a ReLU network need not be connected: here it is k intervals of the line.",
  notation: {
    k: "teeth: nodes 2 k of the first hidden layer",
    e_j: "ends of the intervals of A_pi, j = 0, ..., 2 k - 1",
  },
  parameters: { k: size(1, 8, "Intervals of the region.") },
  assumptions: [],
  claim: equation(symbol("e_j"), plus("j", over(1, 2))),
  source: paper("section 2.1, Figure 1 (left)"),
  uses: [],
  proof: { kind: "steps", file: "proofs/gating/figure1.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [disconnectedWitness, disconnectedEnds],
      because:
        "for k = 2, the figure's: the upper node is open at 1 and 3, shut at 2, and changes sign at j + 1/2; the lower one is x",
    },
    {
      kind: "routes",
      left: { name: "zeros of the pieces, exactly", evaluate: ({ k }) => endsOf(k) },
      right: { name: "a walk along the line and bisection", evaluate: ({ k }) => changesOf(teethOf(k), 2 * k + 1) },
      tolerance: { unit: "abs", limit: 1e-12, why: "50 bisections of 1/8" },
      cases: { count: 16, why: "there are eight" },
    },
    {
      kind: "reference",
      at: { k: 2 },
      value: "2.5",
      origin: "the figure: the region is [0.5, 1.5] and [2.5, 3.5]",
      way: { name: "start of the second interval", evaluate: ({ k }) => endsOf(k)[2]! },
      tolerance: { unit: "abs", limit: 1e-12, why: "exact" },
    },
  ],
});
