import { inverse, LuDecomposition, Matrix } from "ml-matrix";
import { negative, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { fromRows } from "../ways/patterns.js";

const tilt = (gamma: Matrix, s: number) => Matrix.eye(gamma.rows).add(Matrix.mul(gamma, 2 * s));
const root = (gamma: Matrix, s: number) => new LuDecomposition(tilt(gamma, s)).determinant ** -0.5;

export const lemmaB51 = theorem({
  id: "batchnorm/lemma-b-51",
  kind: "lemma",
  title:
    "The derivative of det(I + 2 s Gamma)^(-1/2) along Delta is -s det(I + 2 s Gamma)^(-1/2) tr((I + 2 s Gamma)^-1 Delta).",
  notation: {
    "det'": "the derivative of det(I + 2 s (Gamma + t Delta))^(-1/2) at t = 0",
    det: "det(I + 2 s Gamma)^(-1/2)",
    trace: "tr((I + 2 s Gamma)^-1 Delta)",
  },
  parameters: {
    A: { set: "integer", min: 1, max: 6, doc: "Dimension." },
    Gamma: { set: "covariance", size: "A", class: "psd", doc: "Covariance." },
    Delta: { set: "symmetric", size: "A", doc: "Direction." },
    s: { set: "real", min: 0, max: 4, doc: "The variable of the Laplace integral." },
  },
  assumptions: [],
  claim: equation(symbol("det'"), negative(times("s", "det", "trace"))),
  source: paper("Lemma B.51"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the determinant by elimination",
        evaluate: ({ Gamma, Delta, s }) => {
          const [gamma, delta] = [fromRows(Gamma), fromRows(Delta)];
          const at = (t: number) => root(Matrix.add(gamma, Matrix.mul(delta, t)), s);
          return slopeByDifferences(at, 0, 1 / (1 + 2 * s * delta.norm()));
        },
      },
      right: {
        name: "the inverse and a trace",
        evaluate: ({ Gamma, Delta, s }) => {
          const gamma = fromRows(Gamma);
          return -s * root(gamma, s) * inverse(tilt(gamma, s)).mmul(fromRows(Delta)).trace();
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-10,
        why: "central differences of numbers below 1 with a radius of 1/(1 + 2 s |Delta|) > 1/100",
      },
    },
  ],
});
