import { inverse, Matrix } from "ml-matrix";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { entriesOf, fromRows } from "../ways/patterns.js";
import { pushed } from "../ways/pushedCovariance.js";

const tilt = (gamma: Matrix, s: number) => Matrix.eye(gamma.rows).add(Matrix.mul(gamma, 2 * s));

export const lemmaB52 = theorem({
  id: "batchnorm/lemma-b-52",
  kind: "lemma",
  title: "The derivative of (I + 2 s Gamma)^-1 Gamma along Delta is (I + 2 s Gamma)^-1 Delta (I + 2 s Gamma)^-1.",
  notation: {
    "F'": "the derivative of (I + 2 s (Gamma + t Delta))^-1 (Gamma + t Delta) at t = 0",
    R: "(I + 2 s Gamma)^-1",
    Q: "I + 2 s Gamma",
  },
  parameters: {
    A: { set: "integer", min: 1, max: 6, doc: "Dimension." },
    Gamma: { set: "covariance", size: "A", class: "psd", doc: "Covariance." },
    Delta: { set: "symmetric", size: "A", doc: "Direction." },
    s: { set: "real", min: 0, max: 4, doc: "The variable of the Laplace integral." },
  },
  assumptions: [],
  claim: equation(symbol("F'"), times("R", "Delta", "R")),
  source: paper("Lemma B.52"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the dense inverse times Gamma",
        evaluate: ({ Gamma, Delta, s }) => {
          const delta = fromRows(Delta);
          const map = (gamma: Matrix) => inverse(tilt(gamma, s)).mmul(gamma);
          return entriesOf(pushed(map, fromRows(Gamma), delta, 1 / (1 + 2 * s * delta.norm())));
        },
      },
      right: {
        name: "two inverses",
        evaluate: ({ Gamma, Delta, s }) => {
          const outer = inverse(tilt(fromRows(Gamma), s));
          return entriesOf(outer.mmul(fromRows(Delta)).mmul(outer));
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-6,
        why: "central differences of entries up to 100 with a radius of 1/(1 + 2 s |Delta|) > 1/100",
      },
    },
  ],
  printed: {
    claim: equation(symbol("F'"), times(symbol("Q"), "Delta", "R")),
    says: "The first factor I + 2 s Gamma has lost its inverse.",
    damaged: true,
    refutation: {
      kind: "point",
      at: { A: 1, Gamma: [[1]], Delta: [[1]], s: 1 },
      left: {
        name: "the derivative of g/(1 + 2 g) at g = 1 by central differences",
        evaluate: ({ Gamma, Delta, s }) => {
          const map = (gamma: Matrix) => inverse(tilt(gamma, s)).mmul(gamma);
          return entriesOf(pushed(map, fromRows(Gamma), fromRows(Delta), 0.5));
        },
      },
      right: {
        name: "(I + 2 s Gamma) Delta (I + 2 s Gamma)^-1",
        evaluate: ({ Gamma, Delta, s }) => {
          const factor = tilt(fromRows(Gamma), s);
          return entriesOf(factor.mmul(fromRows(Delta)).mmul(inverse(factor)));
        },
      },
      tolerance: { unit: "abs", limit: 1e-6, why: "1/9 against 1" },
    },
  },
});
