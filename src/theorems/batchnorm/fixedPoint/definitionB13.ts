import { Matrix } from "ml-matrix";
import { minus, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1, entriesOf, orderOf, permuted } from "../ways/patterns.js";

export const definitionB13 = theorem({
  id: "batchnorm/definition-b-13",
  kind: "definition",
  title: "BSB1(a, b) has a on the diagonal and b off it: (a - b) I + b 11^T, the matrices that no permutation changes.",
  notation: { S: "the matrix", I: "the identity", ones: "11^T" },
  parameters: {
    B: { set: "integer", min: 2, max: 40, doc: "Batch size B." },
    a: { set: "real", min: -2, max: 2, doc: "Diagonal." },
    b: { set: "real", min: -2, max: 2, doc: "Off-diagonal." },
    keys: { set: "vector", length: "B", min: 0, max: 1, doc: "Numbers whose order is a permutation." },
  },
  assumptions: [],
  claim: equation(symbol("S"), plus(times(minus("a", "b"), "I"), times("b", "ones"))),
  source: paper("Definition B.13"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P ((a - b) I + b 11^T) P^T",
        evaluate: ({ B, a, b, keys }) =>
          entriesOf(
            permuted(
              Matrix.eye(B)
                .mul(a - b)
                .add(Matrix.ones(B, B).mul(b)),
              orderOf(keys),
            ),
          ),
      },
      right: { name: "the entries a and b", evaluate: ({ B, a, b }) => entriesOf(bsb1(B, a, b)) },
      tolerance: { unit: "abs", limit: 1e-15, why: "rounding of (a - b) + b" },
    },
  ],
});
