/** CBSB1, and what centring both batches makes of it. */
import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { multiply } from "../ways/smallMatrices.js";

const claim = equation(symbol("H"), times(minus("a", "b"), symbol("G_2")));

export const definitionD2 = theorem({
  id: "batchnorm/definition-d-2",
  kind: "definition",
  title: "Centring takes a cross-batch symmetric covariance to a multiple of two centring matrices",
  notation: {
    H: "G_2 Sigma G_2, Sigma with blocks BSB1(a, b) on and c 11^T off the diagonal",
    G_2: "the centring matrices of two batches, block diagonal",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 8, doc: "batch size" },
    a: { set: "real", min: 0.1, max: 5, doc: "diagonal" },
    b: { set: "real", min: -0.01, max: 5, doc: "within a batch" },
    c: { set: "real", min: -1, max: 1, doc: "between batches" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition D.2 and proof of Theorem D.3" }],
  uses: ["batchnorm/definition-d-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "G_2 Sigma G_2 by matrix products",
        evaluate({ B, a, b, c }) {
          const size = 2 * B;
          const same = (i: number, j: number) => Math.floor(i / B) === Math.floor(j / B);
          const rows = (entry: (i: number, j: number) => number) =>
            Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => entry(i, j)));
          const Sigma = rows((i, j) => (same(i, j) ? (i === j ? a : b) : c));
          const G = rows((i, j) => (same(i, j) ? (i === j ? 1 : 0) - 1 / B : 0));
          return multiply(multiply(G, Sigma), G).flat();
        },
      },
      right: {
        name: "(a - b) G_2",
        evaluate({ B, a, b }) {
          const size = 2 * B;
          return Array.from({ length: size * size }, (_, place) => {
            const [i, j] = [Math.floor(place / size), place % size];
            return Math.floor(i / B) === Math.floor(j / B) ? (a - b) * ((i === j ? 1 : 0) - 1 / B) : 0;
          });
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "sums of 256 products of order 5" },
    },
  ],
});
