import { singularReluErratum } from "../../../../proofs/ladder/singularRelu.js";
import { reluSingularity } from "../../../theory/ladder/expressibility/reluSingularity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

/** det, by expansion along the first row. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1;
  return rows[0]!.reduce((sum, x, c) => {
    if (x === 0) return sum;
    const minor = rows.slice(1).map((row) => row.filter((_, k) => k !== c));
    return sum + (c % 2 === 0 ? x : -x) * determinant(minor);
  }, 0);
}

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23];

/** The share of sign patterns whose positive entries, square roots of distinct primes, make a singular matrix. */
function shareOfPatterns(n: number): number {
  let singular = 0;
  for (let pattern = 0; pattern < 2 ** (n * n); pattern++) {
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => ((pattern >> (i * n + j)) & 1) * Math.sqrt(primes[i * n + j]!)),
    );
    if (Math.abs(determinant(rows)) < 1e-9) singular += 1;
  }
  return singular / 2 ** (n * n);
}

export const randomWeights = theorem({
  id: "ladder/random-weights-rank",
  kind: "proposition",
  title:
    "The ReLU of a random 2 x 2 Gaussian matrix is singular with probability 9/16, and that of a random n x n matrix with a positive probability for every n.",
  notation: {
    P_singular: "P(det ReLU(W) = 0) for n = 2: the share of sign patterns without a permutation of positive entries",
  },
  parameters: { n: { set: "integer", min: 1, max: 3, doc: "Rows and columns of W." } },
  assumptions: [],
  claim: singularReluErratum.corrected,
  source: paper("Section 5.1"),
  uses: ["ladder/theorem-7-1"],
  proof: { kind: "steps", file: "proofs/ladder/singularRelu.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the share of patterns without a matching, counted by families of column sets",
        evaluate: ({ n }) => reluSingularity(n).probability,
      },
      right: { name: "the share of patterns with determinant 0", evaluate: ({ n }) => shareOfPatterns(n) },
      tolerance: { unit: "abs", limit: 1e-15, why: "counts" },
      cases: { count: 20, why: "there are three sizes" },
    },
    {
      kind: "reference",
      at: { n: 2 },
      value: "0.5625",
      origin: "9/16, nine of sixteen patterns by hand",
      way: { name: "reluSingularity(2)", evaluate: ({ n }) => reluSingularity(n).probability },
      tolerance: { unit: "abs", limit: 1e-15, why: "an exact fraction" },
    },
  ],
  printed: {
    claim: singularReluErratum.printed,
    says: "'If we sample W randomly, then with probability 1 all F_beta are full-rank' is false behind a ReLU: for 2 x 2 the probability is 7/16.",
    damaged: false,
    refutation: { kind: "exact", erratum: singularReluErratum },
  },
});
