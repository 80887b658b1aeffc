import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { linearEigenvalues, linearLimit } from "../ways/linearEigenvalues.js";
import { proofNamed } from "../ways/proofNamed.js";

const normalised = (lambda: readonly number[]) => {
  const sum = lambda.reduce((total, entry) => total + entry, 0);
  return lambda.map((entry) => entry / sum);
};
const spread = (lambda: readonly number[]) => Math.max(...lambda) - Math.min(...lambda);

export const lemmaB10 = theorem({
  id: "batchnorm/lemma-b-10",
  kind: "lemma",
  title:
    "Without mean subtraction, a linear network's covariance converges to I/A from every invertible one: a layer shrinks the spread of the eigenvalues by 1 - 2 A lambda_min/(A+2) or more.",
  notation: {
    spread: "largest less smallest eigenvalue, their sum being 1",
    "spread'": "the same a layer later",
    lambda_min: "the smallest eigenvalue",
  },
  parameters: {
    A: { set: "integer", min: 2, max: 12, doc: "Dimension." },
    lambda: { set: "vector", length: "A", min: 0.02, max: 1, doc: "Eigenvalues of the covariance, up to a factor." },
  },
  assumptions: [],
  claim: compare(
    "LessEqual",
    symbol("spread'"),
    times(minus(1, over(times(2, "A", "lambda_min"), plus("A", 2))), "spread"),
  ),
  source: paper("Lemma B.10, eqs. (37), (38)"),
  uses: ["batchnorm/lemma-b-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the spread after a layer, by the integral (37)",
        evaluate: ({ lambda }) => spread(linearEigenvalues(normalised(lambda))),
      },
      right: {
        name: "the spread before it times 1 - 2 A lambda_min/(A+2)",
        evaluate: ({ A, lambda }) => {
          const now = normalised(lambda);
          return (1 - (2 * A * Math.min(...now)) / (A + 2)) * spread(now);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-13,
        why: "rounding of eigenvalues below 1; both sides vanish for equal ones",
      },
    },
    {
      kind: "routes",
      left: {
        name: "the eigenvalues 200 layers later",
        evaluate: ({ lambda }) => linearLimit(normalised(lambda), 200),
      },
      right: { name: "1/A", evaluate: ({ A, lambda }) => lambda.map(() => 1 / A) },
      tolerance: { unit: "abs", limit: 1e-11, why: "(12/14)^200 is 4e-14; rounding of 200 layers" },
      cases: { count: 60, why: "200 integrals a point take 5 ms" },
    },
    {
      kind: "routes",
      left: {
        name: "the integral (37) for two eigenvalues",
        evaluate: ({ lambda }) => linearEigenvalues(lambda.slice(0, 2)),
      },
      right: {
        name: "sqrt(lambda_1)/(sqrt(lambda_1) + sqrt(lambda_2)), the mean over the circle",
        evaluate: ({ lambda }) => {
          const roots = lambda.slice(0, 2).map(Math.sqrt);
          return roots.map((entry) => entry / (roots[0]! + roots[1]!));
        },
      },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of a sum of 500 terms" },
    },
    {
      kind: "exact",
      proofs: [proofNamed("lemma-b10")],
      because: "it is the rate at the limit, A/(A+2), which the bound attains there; the bound is the paper's",
    },
  ],
});
