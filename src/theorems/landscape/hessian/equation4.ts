import { openUnits } from "../../../../proofs/landscape/unitHessians.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { layersOf, outputSecondDerivatives, plainLosses } from "../ways/hyperDual.js";
import { blockOf, blockStarts, equation4Block, pairsBelow, readLayers } from "../ways/kronecker.js";
import { type NetworkSizes, networkOf, notation, rounding, sizes } from "./settings.js";

/** All blocks p < q of H_1 by Eqn. 4. */
function byProducts(values: NetworkSizes, order: "descending" | "ascending"): number[] {
  const problem = networkOf(values);
  const slope = plainLosses(problem)[0]![1];
  const reading = readLayers(problem, 0);
  return pairsBelow(reading.L).flatMap((pair) =>
    equation4Block(reading, pair, { order })
      .flat()
      .map((entry) => slope * entry),
  );
}

function byHyperDuals(values: NetworkSizes): number[] {
  const problem = networkOf(values);
  const slope = plainLosses(problem)[0]![1];
  const layers: readonly Matrix[] = layersOf(problem);
  const starts = blockStarts({ W: [[], ...layers], L: layers.length });
  const matrix = outputSecondDerivatives(problem, 0);
  return pairsBelow(layers.length).flatMap((pair) =>
    blockOf(matrix, starts, pair)
      .flat()
      .map((entry) => slope * entry),
  );
}

const block = (between: string) => equation(symbol("H_pq"), times("l1", "B_q", symbol(between), "F_p"));

export const equation4 = theorem({
  id: "landscape/equation-4",
  kind: "formula",
  title:
    "A block of a sample's Hessian is a Kronecker product of what comes back to q, goes from p to q - 1 and arrives at p.",
  notation: {
    ...notation,
    H_pq: "d2 l/(d vec W_q d vec W_p), q > p, for the ReLU; the products are Kronecker products",
    l1: "l'(T)",
    B_q: "dg(h'_q) prod_(k = q+1)^(L-1) (W_k dg(h'_k)) alpha",
    C: "prod_(j = p+1)^(q-1) (dg(h'_j) W_j^T) dg(h'_p), j descending from the left",
    C_up: "the same with j ascending",
    F_p: "x^T prod_(i < p) (W_i dg(h'_i))",
  },
  parameters: sizes,
  assumptions: [],
  claim: block("C"),
  source: paper("eq. (4)"),
  uses: ["landscape/equation-2", "landscape/equation-3"],
  proof: { kind: "steps", file: "proofs/landscape/unitHessians.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [openUnits],
      because: "three layers of one open unit have one term a block: sums over paths have more of the same kind",
    },
    {
      kind: "routes",
      left: { name: "Kronecker products of matrices", evaluate: (values) => byProducts(values, "descending") },
      right: { name: "hyper-dual numbers", evaluate: byHyperDuals },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: block("C_up"),
    says: "The product over j is printed from p+1 up to q-1, as the one over k, which ascends; its factors are transposed, and must descend. For q > p+2 the printed order is another matrix, if the sizes fit at all.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 3, n: 2, m: 1, seed: 8 },
      left: { name: "hyper-dual numbers", evaluate: byHyperDuals },
      right: { name: "Kronecker products, j ascending", evaluate: (values) => byProducts(values, "ascending") },
      tolerance: rounding,
    },
  },
});
