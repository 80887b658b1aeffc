import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { over, term, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { labelled, selfEnergy } from "./ensemble.js";
import { type NetworkSizes, nearZero, notation, sizes } from "./settings.js";

/** The projection on the first layer's weights, d n of them. */
const projection = (N: number, first: number): Matrix =>
  Array.from({ length: N }, (_, i) => Array.from({ length: N }, (__, j) => Number(i === j && i < first)));

/** S[P_1] over the fair labels. */
function energyOfFirst(
  values: NetworkSizes,
  hessian: (problem: ReturnType<typeof labelled>[number]) => Matrix,
): number[][] {
  const all = labelled(values).map(hessian);
  return selfEnergy(all, projection(all[0]!.length, values.d * values.n));
}

export const assumption514 = theorem({
  id: "landscape/assumption-5-1-4",
  kind: "theorem",
  title: "Hessians of piecewise linear networks do not meet Assumption 5.1, 4): S[P_p] vanishes on the block p.",
  notation: {
    ...notation,
    S_pp: "the block p of S[P_p] = E[W P_p W]/N, P_p the projection on vec W_p; W_pp = 0",
    s_p: "x^T S[P_p] x for a unit vector x in the block p",
    c: "the constant of the assumption, above 0",
    t_p: "tr P_p, above 0",
    N: "the number of weights",
  },
  parameters: { ...sizes, c: { set: "real", min: 1e-6, max: 1, doc: "The constant of the assumption." } },
  assumptions: [],
  claim: equation(symbol("S_pp"), term(0)),
  source: paper("Assumption 5.1, 4)"),
  uses: ["landscape/equation-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "S[P_1] by hyper-dual numbers",
        evaluate: (values) => energyOfFirst(values, riskSecondDerivatives).flat(),
      },
      right: {
        name: "S[P_1] by the matrices of blocks, its first block set to zero",
        evaluate: (values) => {
          const first = values.d * values.n;
          const energy = energyOfFirst(values, riskHessian);
          return energy.flatMap((row, i) => row.map((entry, j) => (i < first && j < first ? 0 : entry)));
        },
      },
      tolerance: { unit: "rel", limit: 1e-10, why: "rounding of products of two Hessians" },
    },
  ],
  printed: {
    claim: compare("LessEqual", times("c", over("t_p", "N")), symbol("s_p")),
    says: "The assumption asks S[T] to be at least c tr(T)/N, c > 0, for every T >= 0, or for T > 0, of which P_p is a limit. The zero blocks of Eqn. 5 leave no c: Theorem 5.1 has no instance among the networks that it is about.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 2, n: 2, m: 2, seed: 1, c: 0.001 },
      relation: "LessEqual",
      left: {
        name: "c tr(P_1)/N",
        evaluate: ({ c, ...values }) => (c * values.d * values.n) / riskHessian(labelled(values)[0]!).length,
      },
      right: {
        name: "the first entry of S[P_1], hyper-dual numbers",
        evaluate: (values) => energyOfFirst(values, riskSecondDerivatives)[0]![0]!,
      },
      tolerance: nearZero,
    },
  },
});
