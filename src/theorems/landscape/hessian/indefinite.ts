import { traceBound } from "../../../../proofs/landscape/traceZero.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { negative, power, times } from "../../../symbolic/build.js";
import { compare } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { frobenius, losses, networkOf, notation, packed, sizes } from "./settings.js";

export const indefinite = theorem({
  id: "landscape/indefinite",
  kind: "corollary",
  title: "A Hessian of such a risk that is not zero has eigenvalues of both signs, at every size.",
  notation: {
    ...notation,
    H_F: "the Frobenius norm of d2R/dtheta2",
    N: "the number of weights",
    lambda_min: "the smallest eigenvalue",
    lambda_max: "the largest one",
  },
  parameters: { ...sizes, loss: losses },
  assumptions: [],
  claim: compare("LessEqual", power("H_F", 2), negative(times("N", "lambda_min", "lambda_max"))),
  source: paper("Theorem 5.1; not stated there"),
  uses: ["landscape/trace-zero"],
  proof: { kind: "steps", file: "proofs/landscape/traceZero.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [traceBound],
      because:
        "(lambda - a)(b - lambda) is at least 0 for a = lambda_min, b = lambda_max; its sum over three eigenvalues is shown, more are alike",
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "sum of squares of the second derivatives, hyper-dual numbers",
        evaluate: ({ loss, ...rest }) => frobenius(riskSecondDerivatives(networkOf(rest, { loss }))) ** 2,
      },
      right: {
        name: "extreme eigenvalues of the matrix of blocks",
        evaluate: ({ loss, ...rest }) => {
          const matrix = riskHessian(networkOf(rest, { loss }));
          const eigenvalues = symmetricEigenvalues(packed(matrix), matrix.length);
          return -matrix.length * eigenvalues[0]! * eigenvalues.at(-1)!;
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
});
