import { dot, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { cumulantNorms } from "../../../theory/landscape/cumulants/cumulantNorms.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type Law, operatorNorm, pairSums } from "./allPlaces.js";
import { randomEnsemble, range, seed, size, slack, streamOf } from "./settings.js";

/** Var(x.W y). */
function variance({ matrices, probabilities }: Law, x: readonly number[], y: readonly number[]): number {
  const forms = matrices.map((matrix) =>
    dot(
      x,
      matrix.map((row) => dot(row, y)),
    ),
  );
  const mean = dot(forms, probabilities);
  return dot(
    forms.map((form) => (form - mean) ** 2),
    probabilities,
  );
}

/** The largest for 20 random pairs of unit vectors and all pairs of coordinate vectors. */
function largestVariance(law: Law, from: number): number {
  const n = law.matrices[0]!.length;
  const stream = streamOf(from, 6);
  const random = range(20).map(() => [0, 1].map(() => unit(range(n).map(() => stream.next()))));
  const basis = range(n).map((i) => range(n).map((j) => Number(i === j)));
  const pairs = [...random, ...basis.flatMap((x) => basis.map((y) => [x, y]))];
  return Math.max(...pairs.map(([x, y]) => variance(law, x!, y!)));
}

export const equation11c = theorem({
  id: "landscape/equation-11c",
  kind: "definition",
  title:
    "The isotropic norms are operator norms for k >= 3; for k = 2 the infimum over direct and cross parts lies between max Var(x.W y) and a bound.",
  notation: {
    v: "Var(x.W y) for unit vectors x, y",
    w: "norm of the matrix of operator norms of the direct part, and of the cross part",
  },
  parameters: {
    N: size(1, 3, "Size N of the matrices."),
    m: size(2, 5, "Values of the random matrix."),
    seed,
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("v"), symbol("w")),
  source: paper("eq. (11c)"),
  uses: ["landscape/definition-f-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the largest variance of a form that was tried",
        evaluate: ({ N, m, seed: from }) => largestVariance(randomEnsemble(from, N, m), from),
      },
      right: {
        name: "the upper bound",
        evaluate: ({ N, m, seed: from }) => {
          const { matrices, probabilities } = randomEnsemble(from, N, m);
          return cumulantNorms(matrices, { probabilities, order: 2 })[1]!.value;
        },
      },
      tolerance: slack,
    },
    {
      kind: "routes",
      left: {
        name: "order 3 from distinct entries, by partitions",
        evaluate: ({ N, m, seed: from }) => {
          const { matrices, probabilities } = randomEnsemble(from, N, m);
          return cumulantNorms(matrices, { probabilities, order: 3 })[3]!.value;
        },
      },
      right: {
        name: "over all places, by the logarithm's series",
        evaluate: ({ N, m, seed: from }) => operatorNorm(pairSums(randomEnsemble(from, N, m), 3)),
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of sums of up to 1000 cumulants" },
    },
  ],
});
