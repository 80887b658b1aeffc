import { overlapSquares } from "../../../../proofs/gating/kernels.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { overlapKernel } from "../../../theory/gating/kernels/overlapKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { pathGates } from "../ways/plainPaths.js";
import { gaussianList, pointsOf } from "../ways/randomNetworks.js";
import { kernelNetwork, kernelSizes, rounding } from "./settings.js";

export const overlapDefinite = theorem({
  id: "gating/overlap-definite",
  kind: "theorem",
  title: "The overlap kernel is positive semi-definite: a quadratic form of it is a sum of squares, one for each path.",
  notation: { Q: "v^T Lambda v for any v, Lambda the kernel at n points" },
  parameters: kernelSizes,
  assumptions: [],
  claim: compare("LessEqual", integer(0), symbol("Q")),
  source: paper("section 3.2: an inner product of feature vectors"),
  uses: ["gating/overlap-kernel"],
  proof: { kind: "steps", file: "proofs/gating/kernels.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [overlapSquares],
      because: "two points and two paths, gates symbols; squares are not negative",
    },
    {
      kind: "routes",
      left: {
        name: "v^T Lambda v with the product formula",
        evaluate: (values) => {
          const v = gaussianList(values.seed, values.n);
          const kernel = overlapKernel(kernelNetwork(values), pointsOf(values, values.n));
          return kernel.reduce((sum, row, i) => sum + row.reduce((s, entry, j) => s + v[i] * entry * v[j], 0), 0);
        },
      },
      right: {
        name: "the sum over paths of (sum_k v_k f_pi(x_k))^2",
        evaluate: (values) => {
          const v = gaussianList(values.seed, values.n);
          const network = kernelNetwork(values);
          const features = pointsOf(values, values.n).map((x) => pathGates(network, x));
          return features[0].reduce(
            (sum, _, path) => sum + features.reduce((s, f, k) => s + v[k] * f[path], 0) ** 2,
            0,
          );
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "zero", evaluate: () => 0 },
      right: {
        name: "the smallest eigenvalue of the product formula's matrix",
        evaluate: (values) => {
          const kernel = overlapKernel(kernelNetwork(values), pointsOf(values, values.n));
          return symmetricEigenvalues(Float64Array.from(kernel.flat()), values.n)[0];
        },
      },
      tolerance: rounding,
    },
  ],
});
