import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { kernelRegression } from "../../../theory/gating/kernels/kernelRegression.js";
import { overlapKernel } from "../../../theory/gating/kernels/overlapKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { choice, networkSizes, size } from "../ways/parameters.js";
import { pathGates } from "../ways/plainPaths.js";
import { gaussianList, networkOf, pointsOf } from "../ways/randomNetworks.js";
import { solveSymmetric } from "../ways/solveSymmetric.js";
import { rounding } from "./settings.js";

export const constantExperts = theorem({
  id: "gating/constant-experts",
  kind: "theorem",
  title:
    "Constant experts, one number for each path, that are chosen by ridge regression under fixed gates are kernel regression with the overlap kernel.",
  notation: { p: "predictions of the best constants", k: "predictions of kernel regression with Lambda" },
  parameters: {
    ...networkSizes,
    n: size(1, 5, "Number of points n."),
    model: choice(["relu", "dlgn"], "The model whose gates are fixed."),
    ridge: { set: "real", min: 0.05, max: 2, doc: "Weight of the squares of the constants." },
  },
  assumptions: [],
  claim: equation(symbol("p"), symbol("k")),
  source: paper("section 3.2, last paragraph; the ridge is ours"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the normal equations of the paths' constants, (F^T F + ridge) g = F^T y; predictions F g",
        evaluate: ({ model, ridge, n, ...values }) => {
          const network = networkOf(model as "relu", values);
          const features = pointsOf(values, n).map((x) => pathGates(network, x));
          const y = gaussianList(values.seed, n);
          const paths = features[0].map((_, path) => path);
          const normal = paths.map((a) =>
            paths.map((b) => features.reduce((sum, f) => sum + f[a] * f[b], a === b ? ridge : 0)),
          );
          const right = paths.map((a) => features.reduce((sum, f, k) => sum + f[a] * y[k], 0));
          const g = solveSymmetric(normal, right);
          return features.map((f) => f.reduce((sum, each, a) => sum + each * g[a], 0));
        },
      },
      right: {
        name: "kernel regression from the eigenvalues of the product formula",
        evaluate: ({ model, ridge, n, ...values }) => {
          const kernel = overlapKernel(networkOf(model as "relu", values), pointsOf(values, n));
          const targets = gaussianList(values.seed, n).map((y) => [y]);
          return kernelRegression(kernel, targets, { ridge }).fitted.flat();
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "normal equations of up to 64 paths" },
    },
  ],
});
