import { Matrix } from "ml-matrix";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logDeterminant, spectralBound } from "../ways/determinant.js";
import { erratumNamed } from "../ways/proofNamed.js";

const erratum = erratumNamed("b42");

/** m x n and n x m matrices from a list. */
function pair(m: number, n: number, x: readonly number[]): readonly [Matrix, Matrix] {
  const a = new Matrix(Array.from({ length: m }, (_, k) => x.slice(k * 5, k * 5 + n)));
  const b = new Matrix(Array.from({ length: n }, (_, k) => x.slice(25 + k * 5, 25 + k * 5 + m)));
  return [a, b];
}

export const lemmaB42 = theorem({
  id: "batchnorm/lemma-b-42",
  kind: "lemma",
  title: "AB and BA have the same non-zero eigenvalues: their characteristic polynomials differ by a power of x.",
  notation: {
    "A_11, B_11": "entries of A (m x n) and B (n x m); the claim writes the case m = n = 2 out",
    x: "where the characteristic polynomials are taken; the list x holds the entries of A, then of B",
  },
  parameters: {
    m: { set: "integer", min: 1, max: 5, doc: "Rows of A." },
    n: { set: "integer", min: 1, max: 5, doc: "Columns of A." },
    x: { set: "vector", length: 50, min: -1, max: 1, doc: "Entries of A and B, five to a row." },
  },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Lemma B.42"),
  uses: [],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/b42.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "log det(x - AB), m x m, and n log x, x at twice a bound of both spectra",
        evaluate: ({ m, n, x }) => {
          const [a, b] = pair(m, n, x);
          const at = 2 * (spectralBound(a.mmul(b)) + spectralBound(b.mmul(a)));
          return logDeterminant(Matrix.eye(m).mul(at).sub(a.mmul(b))) + n * Math.log(at);
        },
      },
      right: {
        name: "log det(x - BA), n x n, and m log x",
        evaluate: ({ m, n, x }) => {
          const [a, b] = pair(m, n, x);
          const at = 2 * (spectralBound(a.mmul(b)) + spectralBound(b.mmul(a)));
          return logDeterminant(Matrix.eye(n).mul(at).sub(b.mmul(a))) + m * Math.log(at);
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "a logarithm of a product of at most 5 pivots" },
    },
    {
      kind: "exact",
      proofs: [
        Object.freeze({
          id: erratum.id,
          title: erratum.title,
          source: erratum.source,
          claim: erratum.corrected,
          prove: () => erratum.prove(),
        }),
      ],
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "Item 1, rank AB = rank BA, is false for nilpotent AB; that the non-zero eigenvalues agree stands.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
