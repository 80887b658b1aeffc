import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { momentInPlane } from "./planeMean.js";
import { dimension, weight } from "./settings.js";

export const theorem6Between = theorem({
  id: "alignment/theorem-6-between",
  kind: "remark",
  title: "E[x z_k f_j] lies between w_j and w_k: both of its coefficients are at least 0.",
  notation: { p: "coefficient of w_j", q: "coefficient of w_k" },
  parameters: { d: dimension, w_k: weight("The node that is gated."), w_j: weight("The node that is seen.") },
  assumptions: [],
  claim: compare("LessEqual", integer(0), symbol("p")),
  source: paper("section 5.2, below Theorem 6"),
  uses: ["alignment/theorem-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "zeros", evaluate: () => [0, 0] },
      right: {
        name: "the coefficients of the mean by sectors, times the squared sine and the lengths",
        evaluate: ({ w_k, w_j }) => {
          const M = momentInPlane(w_k, w_j);
          const [a, b, c] = [dot(w_k, w_k), dot(w_k, w_j), dot(w_j, w_j)];
          const [p, q] = [dot(M, w_k), dot(M, w_j)];
          // Cramer's rule without its determinant, which is 0 for parallel weights
          return [a * q - b * p, c * p - b * q];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of products of up to 10^3" },
    },
  ],
});
