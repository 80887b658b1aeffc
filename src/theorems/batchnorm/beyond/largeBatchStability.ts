/** On L the batch's samples differ in the variance of their input: at large B that is all that couples them. */
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { gaussianVariance, singularOr } from "../ways/gaussianLine.js";

const claim = equation(symbol("kappa_L"), symbol("e"));

export const largeBatchStability = theorem({
  id: "batchnorm/large-batch-stability",
  kind: "theorem",
  title:
    "At large batches the symmetric fixed point is unstable where the variance of phi grows faster than its input's",
  notation: {
    kappa_L: "the limit of fwd_L for B -> infinity",
    e: "d log Var phi(s z)/d log s^2 at s = 1, z a standard normal",
  },
  parameters: { phi: { set: "activation", class: "any", doc: "activation" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.1; this criterion is ours" }],
  uses: ["batchnorm/first-unstable-batch"],
  proof: {
    kind: "open",
    reason: "Derived from the eigenvalue's two-sample form for B -> infinity; no steps are written out.",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward eigenvalue on L at batches of 5e7 and 1e8, extrapolated",
        evaluate: ({ phi }) => {
          const [near, far] = [5e7, 1e8].map((batch) => batchNorm({ activation: phi, batch }).forward.L!);
          return { ...far!, value: 2 * far!.value - near!.value, error: 2 * far!.error + near!.error };
        },
      },
      right: {
        name: "differences of log Var phi(s z) by quadrature",
        evaluate: ({ phi }) =>
          singularOr(phi, (smooth) => {
            const log = (h: number) => Math.log(gaussianVariance(smooth, Math.exp(h / 2)));
            return slopeByDifferences(log, 0, 0.1);
          }),
      },
      tolerance: {
        unit: "abs",
        limit: 1e-7,
        why: "differences of logarithms to 1e-12 over a step of 1e-3; nearly constant phi",
      },
    },
  ],
});
