import { over, root, times } from "../../../symbolic/build.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { identityNamed } from "../ways/identityNamed.js";
import { normalPair } from "../ways/pairQuadrature.js";
import { exactly } from "../ways/proofNamed.js";

const correlation = over("sigma12", root(times("sigma11", "sigma22")));
const claim = identityNamed("I.2/covariance").claim;

export const propositionI2 = theorem({
  id: "batchnorm/proposition-i-2",
  kind: "proposition",
  title: "The covariance of a homogeneous function at two normal points, by J_alpha at both signs",
  notation: { a: "phi(1)", b: "-phi(-1)", sigma12: "covariance of the two points" },
  parameters: {
    alpha: { set: "real", min: -0.5, max: 5, open: "min", doc: "degree" },
    a: { set: "real", min: 0.1, max: 3, doc: "phi(1)" },
    b: { set: "real", min: -3, max: 3, doc: "-phi(-1)" },
    sigma11: { set: "real", min: 0.5, max: 20, doc: "variance" },
    sigma22: { set: "real", min: 0.5, max: 20, doc: "variance" },
    sigma12: { set: "real", min: -10, max: 10, doc: "covariance" },
  },
  assumptions: [compare("Less", correlation, over(9, 10)), compare("Greater", correlation, over(-9, 10))],
  claim,
  source: [{ key: "yang2019", at: "Proposition I.2, last line" }],
  uses: ["batchnorm/proposition-h-5", "batchnorm/proposition-i-1"],
  proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
  checks: [
    exactly("kernel-i-2-covariance"),
    {
      kind: "routes",
      left: {
        name: "the means over two quadrants by nested quadrature",
        evaluate({ alpha, a, b, sigma11, sigma22, sigma12 }) {
          const rho = (x: number) => x ** alpha;
          const deviations = [Math.sqrt(sigma11), Math.sqrt(sigma22)] as const;
          const c = sigma12 / (deviations[0] * deviations[1]);
          const same = normalPair(rho, rho, deviations, c);
          const opposite = normalPair(rho, rho, deviations, c, -1);
          return (a * a + b * b) * same - 2 * a * b * opposite;
        },
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-8, why: "nested quadrature, and quadrants that cancel" },
      cases: { count: 60, why: "each is four nested integrals of about 2 ms" },
    },
  ],
});
