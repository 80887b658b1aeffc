import { affineWeight } from "../../../../proofs/landscape/traceZero.js";
import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { hessianOperator } from "../../../theory/landscape/hessian/riskHessian.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { losses, nearZero, networkOf, notation, sizes } from "./settings.js";

export const traceZero = theorem({
  id: "landscape/trace-zero",
  kind: "theorem",
  title:
    "Where the risk of a ReLU network with a loss of the class L0 has a Hessian, its trace is zero, at every size.",
  notation: { ...notation, tr_H: "the trace of d2R/dtheta2" },
  parameters: { ...sizes, loss: losses },
  assumptions: [],
  claim: equation(symbol("tr_H"), term(0)),
  source: paper("eqs. (5) and (12); not stated there"),
  uses: ["landscape/equation-12"],
  proof: { kind: "steps", file: "proofs/landscape/traceZero.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [affineWeight],
      because: "near such a point the risk is affine in each weight alone: every diagonal entry is zero",
    },
    {
      kind: "routes",
      left: {
        name: "v^T H v summed over a basis that is not the weights', by products",
        evaluate: ({ loss, ...rest }) => {
          const { size, product } = hessianOperator(networkOf(rest, { loss }));
          const out = new Float64Array(size);
          let trace = 0;
          for (let k = 0; k < size; k++) {
            const v = cosineVector(size, k);
            product(v, out);
            trace += v.reduce((sum, entry, i) => sum + entry * out[i]!, 0);
          }
          return trace;
        },
      },
      right: {
        name: "second derivative by each weight, hyper-dual numbers",
        evaluate: ({ loss, ...rest }) =>
          riskSecondDerivatives(networkOf(rest, { loss })).reduce((sum, row, i) => sum + row[i]!, 0),
      },
      tolerance: nearZero,
    },
  ],
});

/** The k-th vector of the orthonormal cosine basis. */
const cosineVector = (size: number, k: number): Float64Array =>
  Float64Array.from(
    { length: size },
    (_, i) => Math.sqrt((k === 0 ? 1 : 2) / size) * Math.cos((Math.PI * k * (i + 0.5)) / size),
  );
