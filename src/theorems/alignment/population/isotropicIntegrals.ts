import { angularI2 } from "../../../../proofs/alignment/population.js";
import { minus, over, pi, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { angularMoment, isotropic } from "../../../theory/alignment/population/angularMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { densityNotation } from "./angularDensity.js";
import { theta } from "./settings.js";

export const isotropicIntegrals = theorem({
  id: "alignment/isotropic-integrals",
  kind: "formula",
  title: "Without a preferred angle I_0 = 0, I_1 = (pi - theta)/(2 pi) and I_2 = sin(theta) w_k/pi.",
  notation: densityNotation,
  parameters: { theta },
  assumptions: [],
  claim: equation(symbol("I_1"), over(minus(pi, "theta"), times(2, pi))),
  source: paper("section 9.14, last lines"),
  uses: ["alignment/equation-59"],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [angularI2],
      because: "it ends in I_2; I_1 is the share of the angles of the wedge, I_0 a full turn of a unit vector",
    },
    {
      kind: "routes",
      left: {
        name: "the five entries by quadrature",
        evaluate: ({ theta: t }) => {
          const { I1, I0, I2 } = angularMoment(t, isotropic);
          return [I1, ...I0, ...I2];
        },
      },
      right: {
        name: "the closed forms",
        evaluate: ({ theta: t }) => [
          (Math.PI - t) / (2 * Math.PI),
          0,
          0,
          (Math.sin(t) * Math.cos(t)) / Math.PI,
          Math.sin(t) ** 2 / Math.PI,
        ],
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "quadratures to 1e-12" },
    },
  ],
});
