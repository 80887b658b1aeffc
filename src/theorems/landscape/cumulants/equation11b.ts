import type { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { cumulantNorms } from "../../../theory/landscape/cumulants/cumulantNorms.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type Law, magnitudeAt, operatorNorm, pairSums } from "./allPlaces.js";
import { randomEnsemble, range, seed, size, slack, streamOf } from "./settings.js";

type Sums = readonly (readonly number[])[];

/** N^-1 (sum over two indices of (sum over the other two of K(a b, c d))^2)^(1/2): the outer ones are b, c for dd and cc, a, d for cd, and b, c for dc. */
function partNorm(K: Sums, n: number, outer: "inner places" | "outer places"): number {
  let squares = 0;
  for (const i of range(n)) {
    for (const j of range(n)) {
      let sum = 0;
      for (const k of range(n)) {
        for (const l of range(n))
          sum += outer === "inner places" ? K[k * n + i]![j * n + l]! : K[i * n + k]![l * n + j]!;
      }
      squares += sum * sum;
    }
  }
  return Math.sqrt(squares) / n;
}

/** kappa split into four functions that do not see the order of their arguments: sums over the first argument of their magnitudes. */
function splitSums(law: Law, stream: GaussianStream): readonly Sums[] {
  const kappa = magnitudeAt(law);
  const places = range(law.matrices[0]!.length ** 2);
  const shares = new Map<string, readonly number[]>();
  const shareAt = (...tuple: readonly number[]): readonly number[] => {
    const key = [...tuple].sort((a, b) => a - b).join();
    const found = shares.get(key);
    if (found) return found;
    const drawn = range(3).map(() => stream.next());
    const all = [...drawn, 1 - drawn.reduce((sum, share) => sum + share, 0)];
    shares.set(key, all);
    return all;
  };
  return range(4).map((part) =>
    places.map((b) =>
      places.map((c) => places.reduce((sum, a) => sum + Math.abs(shareAt(a, b, c)[part]!) * kappa(a, b, c), 0)),
    ),
  );
}

const thirdNorm = ({ matrices, probabilities }: Law): number =>
  cumulantNorms(matrices, { probabilities, order: 3 }).find(
    ({ order, family }) => order === 3 && family === "averaged",
  )!.value;

const parameters = {
  N: size(1, 3, "Size N of the matrices."),
  m: size(2, 5, "Values of the random matrix."),
  seed,
} as const;

export const equation11b = theorem({
  id: "landscape/equation-11b",
  kind: "definition",
  title:
    "The infimum in the averaged norm of third cumulants is at most |kappa|_dd, and is that where the parts must not see the order of their arguments.",
  notation: {
    v: "||sum |kappa(a_1,*,*)||| + |kappa|_dd",
    w: "the same with |kappa_dd|_dd + |kappa_dc|_dc + |kappa_cd|_cd + |kappa_cc|_cc of any decomposition",
  },
  parameters,
  assumptions: [],
  claim: compare("LessEqual", symbol("v"), symbol("w")),
  source: paper("eq. (11b)"),
  uses: ["landscape/definition-f-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "all of kappa in one part",
        evaluate: ({ N, m, seed: from }) => thirdNorm(randomEnsemble(from, N, m)),
      },
      right: {
        name: "a random decomposition",
        evaluate: ({ N, m, seed: from }) => {
          const law = randomEnsemble(from, N, m);
          const [dd, dc, cd, cc] = splitSums(law, streamOf(from, 5)) as [Sums, Sums, Sums, Sums];
          const parts = [dd, dc, cc].map((K) => partNorm(K, N, "inner places"));
          return (
            operatorNorm(pairSums(law, 3)) + parts.reduce((sum, part) => sum + part, partNorm(cd, N, "outer places"))
          );
        },
      },
      tolerance: slack,
    },
    {
      kind: "routes",
      left: {
        name: "|kappa|_dd from distinct entries",
        evaluate: ({ N, m, seed: from }) => thirdNorm(randomEnsemble(from, N, m)),
      },
      right: {
        name: "|kappa|_cd over all places",
        evaluate: ({ N, m, seed: from }) => {
          const K = pairSums(randomEnsemble(from, N, m), 3);
          return operatorNorm(K) + partNorm(K, N, "outer places");
        },
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding of sums of up to 1000 cumulants" },
    },
  ],
});
