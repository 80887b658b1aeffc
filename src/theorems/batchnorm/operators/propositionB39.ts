import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { doublyCentred, frobenius, fromRows } from "../ways/patterns.js";
import { batch, coefficients, symmetric } from "./settings.js";

export const propositionB39 = theorem({
  id: "batchnorm/proposition-b-39",
  kind: "proposition",
  title: "A centred ultrasymmetric operator is self-adjoint on the symmetric matrices with zero row sums.",
  notation: {
    inner_1: "tr(S1 G T{S2} G) with S1 = G X G, S2 = G Y G",
    inner_2: "tr(G T{S1} G S2)",
  },
  parameters: { B: batch, t: coefficients, X: symmetric, Y: symmetric },
  assumptions: [],
  claim: equation(symbol("inner_1"), symbol("inner_2")),
  source: paper("Proposition B.39"),
  uses: ["batchnorm/lemma-b-38"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "<S1, G T{S2} G> of the dense array",
        evaluate: ({ t, X, Y }) => {
          const [s1, s2] = [doublyCentred(fromRows(X)), doublyCentred(fromRows(Y))];
          return frobenius(s1, doublyCentred(applyTensor(t, s2)));
        },
      },
      right: {
        name: "<G T{S1} G, S2> of the dense array",
        evaluate: ({ t, X, Y }) => {
          const [s1, s2] = [doublyCentred(fromRows(X)), doublyCentred(fromRows(Y))];
          return frobenius(doublyCentred(applyTensor(t, s1)), s2);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "rounding of B^4 = 6561 products of order 1 at most, which may cancel",
      },
    },
  ],
});
