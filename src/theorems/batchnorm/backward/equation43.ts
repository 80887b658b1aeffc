/** (43), and what the extraction loses in it. */
import { minus, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { gradientParts } from "../ways/gradientParts.js";
import { homogeneousActivation } from "../ways/homogeneous.js";
import { homogeneousMoments } from "../ways/homogeneousMoments.js";
import { homogeneousParameters } from "../ways/parameters.js";

const claim = equation(symbol("lambda"), minus(plus("lambda_A", "lambda_B"), "lambda_C"));
const part = { lambda_A: "C.5", lambda_B: "C.8", lambda_C: "C.10" } as const;

export const equation43 = theorem({
  id: "batchnorm/equation-43",
  kind: "formula",
  title: "The gradient's operator of a homogeneous activation is B^alpha/mu times A + B - C",
  notation: {
    lambda: "an eigenvalue of Pi -> E[J^T Pi J]",
    lambda_A: `of B^alpha/mu A, ${part.lambda_A}`,
    lambda_B: `of B^alpha/mu B, ${part.lambda_B}`,
    lambda_C: `of B^alpha/mu C, ${part.lambda_C}`,
  },
  parameters: {
    ...homogeneousParameters,
    space: { set: "choice", of: ["G", "L", "M"], doc: "eigenspace" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "eqs. (42), (43)" }],
  uses: ["batchnorm/backward-eigenvalues"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the closed form of the eigenvalue",
        evaluate: ({ space, ...values }) =>
          batchNorm({ activation: homogeneousActivation(values), batch: values.B }).backward[space]!,
      },
      right: {
        name: "the three parts by moments of two samples",
        evaluate({ space, ...values }) {
          const { A, B, C } = gradientParts(values, space);
          return A + B - C;
        },
      },
      tolerance: { unit: "abs", limit: 1e-7, why: "parts of size up to 1e5 near degree 1/2, each to 1e-13 relative" },
    },
  ],
  printed: {
    claim: equation(symbol("lambda"), times("mu", minus(plus("lambda_A", "lambda_B"), "lambda_C"))),
    says: "The second line of (43) takes y from N(0, G) instead of N(0, mu G) without the factor 1/mu; the later theorems have it.",
    damaged: true,
    refutation: {
      kind: "point",
      at: { B: 8, alpha: 1, p: 1, m: 0, space: "G" },
      left: {
        name: "the eigenvalue",
        evaluate: ({ space, ...values }) =>
          batchNorm({ activation: homogeneousActivation(values), batch: values.B }).backward[space]!,
      },
      right: {
        name: "B^alpha (A + B - C) over y ~ N(0, G)",
        evaluate({ space, ...values }) {
          const { A, B, C } = gradientParts(values, space);
          return homogeneousMoments(values).mu * (A + B - C);
        },
      },
      tolerance: { unit: "abs", limit: 1e-6, why: "both sides are known to 1e-13" },
    },
  },
});
