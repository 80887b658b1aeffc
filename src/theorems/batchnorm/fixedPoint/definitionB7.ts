import { inverse, LuDecomposition, Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { helmert } from "../ways/helmert.js";
import { centring, entriesOf, fromRows } from "../ways/patterns.js";

export const definitionB7 = theorem({
  id: "batchnorm/definition-b-7",
  kind: "definition",
  title:
    "With Sigma^G = G Sigma G, G (Sigma^-1 + 2 s G)^-1 G = Sigma^G (I + 2 s Sigma^G)^-1 = e (I + 2 s S)^-1 S e^T for S = e^T Sigma e, and det(I + 2 s G Sigma) = det(I + 2 s S).",
  notation: { left: "G (Sigma^-1 + 2 s G)^-1 G", right: "e (I + 2 s S)^-1 S e^T" },
  parameters: {
    B: { set: "integer", min: 2, max: 12, doc: "Batch size B." },
    Sigma: { set: "covariance", size: "B", class: "definite", doc: "Covariance." },
    s: { set: "real", min: 0, max: 10, doc: "The variable of the Laplace integral." },
  },
  assumptions: [],
  claim: equation(symbol("left"), symbol("right")),
  source: paper("Definition B.7"),
  uses: ["batchnorm/definition-b-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "B x B inverses of Sigma and of Sigma^-1 + 2 s G; the determinant of I + 2 s G Sigma",
        evaluate: ({ B, Sigma, s }) => {
          const [g, sigma] = [centring(B), fromRows(Sigma)];
          const tilted = inverse(inverse(sigma).add(g.clone().mul(2 * s)));
          const size = new LuDecomposition(Matrix.eye(B).add(g.mmul(sigma).mul(2 * s))).determinant;
          return [...entriesOf(g.mmul(tilted).mmul(g)).map((x) => x / sigma.trace()), 1 / size];
        },
      },
      right: {
        name: "the (B-1) x (B-1) matrix S = e^T Sigma e of the Helmert basis",
        evaluate: ({ B, Sigma, s }) => {
          const frame = Matrix.from1DArray(B - 1, B, [...helmert(B)]);
          const small = frame.mmul(fromRows(Sigma)).mmul(frame.transpose());
          const tilt = Matrix.eye(B - 1).add(small.clone().mul(2 * s));
          const image = frame.transpose().mmul(inverse(tilt)).mmul(small).mmul(frame);
          return [
            ...entriesOf(image).map((x) => x / fromRows(Sigma).trace()),
            1 / new LuDecomposition(tilt).determinant,
          ];
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "two inverses at a condition number of 1e4, relative to the trace of Sigma",
      },
    },
  ],
});
