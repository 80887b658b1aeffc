import * as z from "zod";
import { rowsFrom } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { factsOf } from "../../../theory/landscape/hessian/hessianFacts.js";
import { resolveProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { samplePasses } from "../../../theory/landscape/hessian/samplePasses.js";
import { kind } from "../../kind.js";
import { matrix, real, realRows, reals, vector } from "../../schemas.js";

/** Up to this many parameters the matrix is answered too. */
const SHOWN = 9;

export const hess = kind({
  name: "hess",
  area: "landscape",
  doc: "Hessian of the risk of a bias-free network: norms, spectrum, bound (Eqns 4, 5, 12; Theorem 5.1)",
  inputs: z.strictObject({
    W: z.array(matrix).describe("W_1, ..., W_{L-1}; W_p is n_{p-1} x n_p."),
    alpha: vector.describe("The L-th weight, n_{L-1} numbers."),
    X: matrix.describe("One sample a row."),
    y: vector.describe("One label a sample."),
    loss: z
      .enum(["hinge", "abs", "squared", "logistic"])
      .describe("max(0, 1 - yT); |T - y|; (T - y)^2/2; ln(1 + exp(-yT))."),
    activation: z.string().optional().describe("A name or a formula in x; default relu."),
    no_bias: z.literal(true).optional().describe("There are none."),
  }),
  result: z.object({
    risk: real,
    l_prime: reals.describe("l'(T), one a sample."),
    trace: real,
    frobenius: real,
    trace_H3: real.describe("tr H^3."),
    eigenvalues: reals.describe("Ascending."),
    n_negative: z.int().describe("Eigenvalues below -1e-10 of the norm."),
    n_positive: z.int().describe("Those above 1e-10 of it."),
    operator_norm: real,
    lambda0_max_sample_norm: real.describe("The largest norm of the Hessian of an output."),
    bound_mean_abs_lprime_lambda0: real.describe("mean |l'| times it: Theorem 5.1(2), corrected."),
    printed_bound_mean_lprime_lambda0: real.describe("mean l' times it, as printed: no bound."),
    hessian: realRows.optional().describe(`Over (vec W_1, ..., alpha), vec by columns; up to ${SHOWN} parameters.`),
  }),
  example: {
    W: [
      [
        [1, -1],
        [2, 1],
      ],
    ],
    alpha: [1, -1],
    X: [
      [1, 1.2],
      [1, -2.3],
    ],
    y: [-1, 1],
    loss: "hinge",
  },
  compute(inputs) {
    const { W, alpha, X, y, loss, activation = "relu" } = inputs;
    const passes = samplePasses(resolveProblem({ W, alpha, X, y, loss, activation }));
    const { facts, matrix: H } = factsOf(passes);
    const size = facts.parameters;
    return {
      risk: facts.risk,
      l_prime: facts.lossSlopes,
      trace: facts.trace,
      frobenius: facts.frobenius,
      trace_H3: facts.traceCube,
      eigenvalues: facts.eigenvalues,
      n_negative: facts.negative,
      n_positive: facts.positive,
      operator_norm: facts.operatorNorm,
      lambda0_max_sample_norm: facts.largestSampleNorm,
      bound_mean_abs_lprime_lambda0: facts.bound,
      printed_bound_mean_lprime_lambda0: facts.printedBound,
      ...(size > SHOWN ? {} : { hessian: rowsFrom(H, size) }),
    };
  },
});
