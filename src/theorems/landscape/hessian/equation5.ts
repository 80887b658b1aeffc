import { openUnits } from "../../../../proofs/landscape/unitHessians.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { outputHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { outputSecondDerivatives } from "../ways/hyperDual.js";
import { networkOf, notation, rounding, sizes } from "./settings.js";

export const equation5 = theorem({
  id: "landscape/equation-5",
  kind: "formula",
  title: "The Hessian of a ReLU network's sample has zero blocks on the diagonal and the blocks of Eqn. 4 beside it.",
  notation: { ...notation, H: "d2T/dtheta2", K: "the matrix of the blocks 0, H_12^T, ..., H_1L, ..., 0" },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("H"), symbol("K")),
  source: paper("eq. (5)"),
  uses: ["landscape/equation-4"],
  proof: { kind: "steps", file: "proofs/landscape/unitHessians.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [openUnits],
      because: "three layers of one open unit have one term a block: sums over paths have more of the same kind",
    },
    {
      kind: "routes",
      left: { name: "the matrix of blocks", evaluate: (values) => outputHessian(networkOf(values), 0).flat() },
      right: { name: "hyper-dual numbers", evaluate: (values) => outputSecondDerivatives(networkOf(values), 0).flat() },
      tolerance: rounding,
    },
  ],
});
