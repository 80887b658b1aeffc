import { Matrix } from "ml-matrix";
import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1, entriesOf } from "../ways/patterns.js";

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]),
  );
}

export const lemmaB16 = theorem({
  id: "batchnorm/lemma-b-16",
  kind: "lemma",
  title:
    "If the law of X is unchanged by permutations and Phi commutes with them, E[Phi(X) Phi(X)^T] has the form mu I + nu 11^T.",
  notation: {
    M: "E[Phi(X) Phi(X)^T]; here X is a uniform permutation of x and Phi(x)_i = phi(x_i - Avg x)",
    mu: "mean of Phi_i^2 less nu",
    nu: "mean of Phi_i Phi_j",
    I: "the identity",
    ones: "11^T",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 6, doc: "Batch size; any B in the lemma, B! permutations are summed here." },
    x: { set: "vector", length: "B", min: -2, max: 2, doc: "A point; X is a uniform permutation of it." },
    phi: { set: "activation", class: "kinked", doc: "Activation." },
  },
  assumptions: [],
  claim: equation(symbol("M"), plus(times("mu", "I"), times("nu", "ones"))),
  source: paper("Lemma B.16"),
  uses: ["batchnorm/definition-b-13"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of the outer products over all B! permutations",
        evaluate: ({ B, x, phi }) => {
          const all = permutations(x);
          const sum = Matrix.zeros(B, B);
          for (const point of all) {
            const mean = point.reduce((total, entry) => total + entry, 0) / B;
            const column = Matrix.columnVector(point.map((entry) => phi.value(entry - mean)));
            sum.add(column.mmul(column.transpose()));
          }
          return entriesOf(sum.div(all.length));
        },
      },
      right: {
        name: "BSB1 with the mean square and the mean product of two entries of Phi(x)",
        evaluate: ({ B, x, phi }) => {
          const mean = x.reduce((total, entry) => total + entry, 0) / B;
          const values = x.map((entry) => phi.value(entry - mean));
          const [sum, squares] = [values.reduce((s, v) => s + v, 0), values.reduce((s, v) => s + v * v, 0)];
          return entriesOf(bsb1(B, squares / B, (sum * sum - squares) / (B * (B - 1))));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-11,
        why: "rounding of sums of 720 terms, and the cancelled difference of two squares",
      },
      cases: { count: 100, why: "720 permutations a point at B = 6" },
    },
  ],
});
