import { antisymmetry } from "../../../../proofs/landscape/alphaSign.js";
import { negative } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { type NetworkSizes, networkOf, notation, powerTraces, rounding, sizes } from "./settings.js";

/** Labels so far away that l' = -sign y for alpha and for -alpha. */
const farLabels = (values: NetworkSizes) => {
  const problem = networkOf(values, { loss: "abs" });
  return { ...problem, y: problem.y.map((sign) => 1e6 * sign) };
};

export const alphaSign = theorem({
  id: "landscape/alpha-sign",
  kind: "theorem",
  title: "Turning alpha round turns the spectrum of the Hessian round, the slopes of the loss being the same.",
  notation: { ...notation, t_k: "tr H^k at -alpha, k odd; for k even there is no sign", u_k: "tr H^k at alpha" },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("t_k"), negative("u_k")),
  source: paper("eqs. (4), (5) and (12); not stated there"),
  uses: ["landscape/equation-12"],
  proof: { kind: "steps", file: "proofs/landscape/alphaSign.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [antisymmetry],
      because: "S = dg(I, ..., I, -I) gives S H(-alpha) S = -H(alpha): shown for three layers of one unit",
    },
    {
      kind: "routes",
      left: {
        name: "traces of H^k at -alpha, k = 1 .. 4, from the matrix of blocks",
        evaluate: (values) => {
          const problem = farLabels(values);
          return powerTraces(riskHessian({ ...problem, alpha: problem.alpha.map((entry) => -entry) }));
        },
      },
      right: {
        name: "(-1)^k tr H^k at alpha, hyper-dual numbers",
        evaluate: (values) =>
          powerTraces(riskSecondDerivatives(farLabels(values))).map((trace, k) => (k % 2 === 0 ? -trace : trace)),
      },
      tolerance: rounding,
    },
  ],
});
