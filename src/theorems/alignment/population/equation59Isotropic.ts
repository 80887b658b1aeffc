import { equation59Erratum as erratum } from "../../../../proofs/alignment/population.js";
import { angularMoment, isotropic } from "../../../theory/alignment/population/angularMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

export const equation59Isotropic = theorem({
  id: "alignment/equation-59-isotropic",
  kind: "formula",
  title: "Without a preferred angle 2 I = I_1 w_j + I_2/2: with the printed signs Theorem 6 would not follow.",
  notation: {
    twoI_x: "entry of 2 I(theta) along w_j",
    twoI_y: "entry across w_j",
    I1: "I_1(theta)",
    I2_x: "entry of I_2(theta) along w_j",
    I2_y: "entry across w_j",
    c: "cos(theta)",
    x: "any number: the equation holds for its coefficient",
    y: "any number",
  },
  parameters: { c: { set: "real", min: -1, max: 1, doc: "Cosine of the angle of the two weights." } },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("eq. (58)-(59)"),
  uses: ["alignment/equation-59", "alignment/isotropic-integrals"],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "both entries of 2 I, by quadrature over the wedge",
        evaluate: ({ c }) => angularMoment(Math.acos(c), isotropic).direct.map((entry) => 2 * entry),
      },
      right: {
        name: "I_1 w_j + I_2/2 with the closed I_1 and I_2",
        evaluate: ({ c }) => {
          const theta = Math.acos(c);
          const sine = Math.sin(theta);
          return [(Math.PI - theta + sine * c) / (2 * Math.PI), (sine * sine) / (2 * Math.PI)];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "a quadrature to 1e-12" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The signs of I_0 and I_2 are flipped: the entry across w_j would be negative.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
