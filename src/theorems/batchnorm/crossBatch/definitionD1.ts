import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";

const claim = equation(symbol("T"), plus("T_1", "T_2"));

export const definitionD1 = theorem({
  id: "batchnorm/definition-d-1",
  kind: "definition",
  title: "Several batches go through one layer side by side: the direct sum of their maps",
  notation: { T: "T_1 + T_2 acting on (x_1, x_2) as (T_1 x_1, T_2 x_2)" },
  parameters: {
    first: { set: "vector", length: 3, min: -3, max: 3, doc: "a neuron over the first batch" },
    second: { set: "vector", length: 3, min: -3, max: 3, doc: "a neuron over the second batch" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition D.1" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the block diagonal matrix of two centring matrices",
        evaluate({ first, second }) {
          const both = [...first, ...second];
          const G = (i: number, j: number) => (Math.floor(i / 3) === Math.floor(j / 3) ? (i === j ? 1 : 0) - 1 / 3 : 0);
          return both.map((_, i) => both.reduce((sum, value, j) => sum + G(i, j) * value, 0));
        },
      },
      right: {
        name: "each batch less its own mean",
        evaluate: ({ first, second }) =>
          [first, second].flatMap((x) => x.map((value) => value - (x[0]! + x[1]! + x[2]!) / 3)),
      },
      tolerance: { unit: "abs", limit: 1e-14, why: "sums of three numbers" },
    },
  ],
});
