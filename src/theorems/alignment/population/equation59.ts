import { angularSplit } from "../../../../proofs/alignment/population.js";
import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { angularMoment } from "../../../theory/alignment/population/angularMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { densityNotation, densityOf, densityParameters } from "./angularDensity.js";

const halves = { 0: over("I_0", 2), 2: over("I_2", 2) };

export const equation59 = theorem({
  id: "alignment/equation-59",
  kind: "formula",
  title: "For any density of the input's angle 2 I = I_1 w_j - I_0/2 + I_2/2.",
  notation: densityNotation,
  parameters: densityParameters,
  assumptions: [],
  claim: equation(times(2, symbol("I")), plus(minus(times("I_1", "w_j"), halves[0]), halves[2])),
  source: paper("eq. (56)-(61)"),
  uses: [],
  proof: { kind: "steps", file: "proofs/alignment/population.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [angularSplit],
      because: "it ends in the integrand: integrated over the wedge it is the claim",
    },
    {
      kind: "routes",
      left: {
        name: "2 I, by quadrature over the wedge",
        evaluate: (values) => angularMoment(values.theta, densityOf(values)).direct.map((entry) => 2 * entry),
      },
      right: {
        name: "I_1 w_j - I_0/2 + I_2/2, each by quadrature",
        evaluate: (values) => angularMoment(values.theta, densityOf(values)).composed.map((entry) => 2 * entry),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "four quadratures to 1e-12 each" },
    },
  ],
  printed: {
    claim: equation(times(2, symbol("I")), minus(plus(times("I_1", "w_j"), halves[0]), halves[2])),
    says: "Both signs are flipped in eq. (58) and (59): with b = 2a + pi cos 2a is -cos b.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { theta: 1, p: 0, q: 0, s: 0 },
      left: {
        name: "2 I, by quadrature over the wedge",
        evaluate: (values) => 2 * angularMoment(values.theta, densityOf(values)).direct[0],
      },
      right: {
        name: "what is printed",
        evaluate: (values) => {
          const { I1, I0, I2 } = angularMoment(values.theta, densityOf(values));
          return I1 + I0[0] / 2 - I2[0] / 2;
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "quadratures to 1e-12" },
    },
  },
});
