import { minus, plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { centring, doublyCentred, entriesOf, fromRows, matrixOf } from "../ways/patterns.js";

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const definitionB3 = theorem({
  id: "batchnorm/definition-b-3",
  kind: "definition",
  title: "G = I - 11^T/B projects on the vectors of mean zero; G Sigma G has rows and columns of mean zero.",
  notation: {
    C_ij: "an entry of G Sigma G",
    row_i: "mean of row i of Sigma",
    column_j: "mean of column j",
    all: "mean of all entries",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 40, doc: "Batch size B." },
    Sigma: { set: "covariance", size: "B", class: "psd", doc: "Covariance." },
  },
  assumptions: [],
  claim: equation(symbol("C_ij"), plus(minus(minus(symbol("Sigma_ij"), "row_i"), "column_j"), "all")),
  source: paper("Definition B.3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "G Sigma G, G^2 - G and the row sums of G Sigma G by matrix products",
        evaluate: ({ B, Sigma }) => {
          const g = centring(B);
          const image = doublyCentred(fromRows(Sigma));
          return [...entriesOf(image), g.mmul(g).sub(g).norm(), ...image.sum("row")];
        },
      },
      right: {
        name: "entries less the means of their row and column plus the mean of all; zeros",
        evaluate: ({ B, Sigma }) => {
          const rows = Sigma.map(meanOf);
          const all = meanOf(rows);
          const image = matrixOf(B, (i, j) => Sigma[i]![j]! - rows[i]! - rows[j]! + all);
          return [...entriesOf(image), 0, ...rows.map(() => 0)];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of sums of 40 entries of order 100 at most" },
    },
  ],
});
