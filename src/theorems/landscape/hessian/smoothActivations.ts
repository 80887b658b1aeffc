import { smoothUnit } from "../../../../proofs/landscape/unitHessians.js";
import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { outputHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { outputSecondDerivatives } from "../ways/hyperDual.js";
import { equation5Matrix } from "../ways/kronecker.js";
import { networkOf, notation, rounding, sizes, smoothPhi } from "./settings.js";

const parameters = { ...sizes, phi: smoothPhi };

export const smoothActivations = theorem({
  id: "landscape/smooth-activations",
  kind: "theorem",
  title: "For a smooth activation the curvature phi'' adds to every block of the Hessian, the diagonal ones too.",
  notation: {
    ...notation,
    H: "d2T/dtheta2",
    K: "Eqn. 4 and 5 with h' once for each layer",
    C: "sum_r sum_k dT/dh_r[k] phi''(z_r[k]) J_rk J_rk^T, J_rk = dz_r[k]/dtheta",
    K2: "Eqn. 4 and 5 with h'' = h' * h' on the layers from q on",
  },
  parameters,
  assumptions: [],
  claim: equation(symbol("H"), plus("K", "C")),
  source: paper("appendix F.1, eqs. (4) and (5)"),
  uses: ["landscape/equation-5"],
  proof: { kind: "steps", file: "proofs/landscape/unitHessians.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [smoothUnit],
      because: "one unit with phi(z) = z^3: sums over units and layers have more terms of the same kind",
    },
    {
      kind: "routes",
      left: {
        name: "blocks and curvature",
        evaluate: ({ phi, ...rest }) => outputHessian(networkOf(rest, { activation: phi }), 0).flat(),
      },
      right: {
        name: "hyper-dual numbers",
        evaluate: ({ phi, ...rest }) => outputSecondDerivatives(networkOf(rest, { activation: phi }), 0).flat(),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("H"), symbol("K2")),
    says: "Diagonal blocks are printed as zero, and h'' as h' * h'. Both hold for h' in {0, 1} only; even with h' once, phi'' is missing.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, hidden: 2, n: 2, m: 1, seed: 1, phi: "tanh" },
      left: {
        name: "hyper-dual numbers",
        evaluate: ({ phi, ...rest }) => outputSecondDerivatives(networkOf(rest, { activation: phi }), 0).flat(),
      },
      right: {
        name: "the printed blocks",
        evaluate: ({ phi, ...rest }) => {
          const problem = networkOf(rest, { activation: phi });
          return equation5Matrix(problem, 0, "squares").flat();
        },
      },
      tolerance: rounding,
    },
  },
});
