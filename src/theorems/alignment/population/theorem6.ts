import { theorem6 as pull } from "../../../../proofs/alignment/population.js";
import { unit } from "../../../numeric/linearAlgebra/vectors.js";
import { minus, over, pi, plus, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedMoment } from "../../../theory/alignment/population/gatedMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { momentInPlane } from "./planeMean.js";
import { gatedPair, notation, rounding } from "./settings.js";

const sine = call("Sin", symbol("t"));
const open = minus(pi, "t");

export const theorem6 = theorem({
  id: "alignment/theorem-6",
  kind: "theorem",
  title:
    "Over a spherically symmetric input a node is pulled towards another one, and towards itself, by E[x z_k f_j].",
  notation: {
    ...notation,
    M_kj: "E[x z_k f_j]",
    N_k: "|w_k|",
    N_j: "|w_j|",
    c: "any number: the paper states the direction",
  },
  parameters: gatedPair,
  assumptions: [],
  claim: equation(
    symbol("M_kj"),
    times(over("s2", times(2, pi)), plus(times(open, "w_j"), over(times("N_j", sine, "w_k"), "N_k"))),
  ),
  source: paper("Theorem 6, section 9.14"),
  uses: ["alignment/equation-59"],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [pull],
      because: "it ends in the two coordinates for unit weights in their plane; lengths are homogeneous",
    },
    {
      kind: "routes",
      left: {
        name: "the closed form",
        evaluate: ({ s2, w_k, w_j }) => gatedMoment(w_k, w_j, { variance: s2 }).vector,
      },
      right: {
        name: "the mean over the angle in the plane of the two weights, sector by sector",
        evaluate: ({ s2, w_k, w_j }) => {
          gatedMoment(w_k, w_j);
          return momentInPlane(w_k, w_j).map((entry) => s2 * entry);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "reference",
      at: { d: 2, s2: 1, w_k: [0.56, 1.96], w_j: [1.87, 1] },
      value: "0.7630835189957",
      origin: "polar quadrature in double precision (SciPy)",
      way: { name: "first entry of the closed form", evaluate: ({ w_k, w_j }) => gatedMoment(w_k, w_j).vector[0]! },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
  printed: {
    claim: equation(symbol("M_kj"), times("c", "N_j", "N_k", plus(times(open, "w_j"), times(sine, "w_k")))),
    says: "The lengths are printed as a common factor |w_j||w_k|; the second term needs |w_j|/|w_k|, so even the direction is right only for |w_j| = |w_k|.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, s2: 1, w_k: [0, 2], w_j: [1, 0] },
      left: {
        name: "direction of the mean, a unit vector, by sectors",
        evaluate: ({ w_k, w_j }) => unit(momentInPlane(w_k, w_j)),
      },
      right: {
        name: "direction of what is printed, a unit vector: the angle is pi/2",
        evaluate: ({ w_k, w_j }) => {
          const half = Math.PI / 2;
          return unit(w_j.map((entry, i) => half * entry + w_k[i]!));
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of two numbers of order 1" },
    },
  },
});
