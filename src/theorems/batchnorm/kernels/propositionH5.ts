/** V(Sigma) of two samples. The claim is of one entry; on the diagonal the correlation is 1 and J_alpha = 1. */
import { over, root, times } from "../../../symbolic/build.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { identityNamed } from "../ways/identityNamed.js";
import { normalPair } from "../ways/pairQuadrature.js";
import { exactly } from "../ways/proofNamed.js";

const correlation = over("sigma12", root(times("sigma11", "sigma22")));
const mean = identityNamed("H.5").claim;

export const propositionH5 = theorem({
  id: "batchnorm/proposition-h-5",
  kind: "proposition",
  title: "The covariance of two alpha-ReLUs is a kernel of their inputs' correlation",
  notation: { sigma11: "Sigma_11, and so on; the entry V(Sigma)_12 is on the left" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 6, open: "min", doc: "degree" },
    sigma11: { set: "real", min: 0.5, max: 50, doc: "variance" },
    sigma22: { set: "real", min: 0.5, max: 50, doc: "variance" },
    sigma12: { set: "real", min: -20, max: 20, doc: "covariance" },
  },
  assumptions: [compare("Less", correlation, over(95, 100)), compare("Greater", correlation, over(-95, 100))],
  claim: mean,
  source: [
    { key: "yang2019", at: "Proposition H.5" },
    { key: "cho2009", at: "eq. (1)" },
  ],
  uses: ["batchnorm/definition-h-4"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-h-5"),
    {
      kind: "routes",
      left: {
        name: "the mean over the quadrant by nested quadrature",
        evaluate({ alpha, sigma11, sigma22, sigma12 }) {
          const rho = (x: number) => x ** alpha;
          const deviations = [Math.sqrt(sigma11), Math.sqrt(sigma22)] as const;
          return normalPair(rho, rho, deviations, sigma12 / (deviations[0] * deviations[1]));
        },
      },
      right: rightSide(mean),
      tolerance: { unit: "rel", limit: 1e-8, why: "nested quadrature, 6e-9 at correlation -0.95 and degree 6" },
      cases: { count: 200, why: "each is two nested integrals of about 2 ms" },
    },
  ],
});
