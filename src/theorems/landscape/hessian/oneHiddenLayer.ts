import { evenPolynomial, mirroredBlocks } from "../../../../proofs/landscape/symmetricSpectrum.js";
import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { negative } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { riskHessian } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { losses, networkOf, notation, packed, sizes } from "./settings.js";

const { hidden: _, ...oneLayer } = sizes;

export const oneHiddenLayer = theorem({
  id: "landscape/one-hidden-layer",
  kind: "theorem",
  title:
    "With one hidden layer the spectrum of the Hessian is symmetric at every size: half of the nonzero eigenvalues are negative.",
  notation: { ...notation, lambda_k: "the k-th smallest eigenvalue of d2R/dtheta2", mu_k: "the k-th largest" },
  parameters: { ...oneLayer, n: { set: "integer", min: 1, max: 5, doc: "Hidden units." }, loss: losses },
  assumptions: [],
  claim: equation(symbol("lambda_k"), negative("mu_k")),
  source: paper("Theorems 5.1 and F.2; there only for large matrices"),
  uses: ["landscape/equation-12"],
  proof: { kind: "steps", file: "proofs/landscape/symmetricSpectrum.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [mirroredBlocks, evenPolynomial],
      because:
        "H has zero diagonal blocks, and dg(I, -I) H dg(I, -I) = -H is similar to H; both steps for blocks of size 2",
    },
    {
      kind: "routes",
      left: {
        name: "eigenvalues of the matrix of blocks",
        evaluate: ({ loss, ...rest }) => {
          const matrix = riskHessian(networkOf({ ...rest, hidden: 1 }, { loss }));
          return Array.from(symmetricEigenvalues(packed(matrix), matrix.length));
        },
      },
      right: {
        name: "singular values of the block of W_1 and alpha by hyper-dual numbers, with both signs and zeros",
        evaluate: ({ loss, ...rest }) => {
          const { d, n } = rest;
          const matrix = riskSecondDerivatives(networkOf({ ...rest, hidden: 1 }, { loss }));
          const sigma = singularValues(matrix.slice(d * n).map((row) => row.slice(0, d * n)));
          const zeros = new Array<number>((d + 1) * n - 2 * sigma.length).fill(0);
          return [...sigma.map((value) => -value), ...zeros, ...sigma].sort((a, b) => a - b);
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of eigenvalues up to 100" },
    },
  ],
});
