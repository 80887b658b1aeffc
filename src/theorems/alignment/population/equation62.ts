import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { minus, plus, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { angularMoment } from "../../../theory/alignment/population/angularMoment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type DensityValues, densityNotation, densityOf, densityParameters } from "./angularDensity.js";

const half = Math.PI / 2;

/** The part of I_2 along w_k with the weight cos(turn(b)) under the integral over 0 < b < theta. */
function alongByHalves(values: DensityValues, turn: (b: number) => number): number {
  const density = densityOf(values);
  if (values.theta === 0) return 0;
  const integrand = (b: number) => (density(b / 2 - half) + density(values.theta - b / 2 - half)) * Math.cos(turn(b));
  return gaussKronrod(integrand, 0, values.theta, { absoluteTolerance: 1e-13 }).value;
}

/** The part across, along the unit vector a quarter turn ahead of w_k. */
function acrossByHalves(values: DensityValues): number {
  const density = densityOf(values);
  if (values.theta === 0) return 0;
  const integrand = (b: number) =>
    (density(values.theta - b / 2 - half) - density(b / 2 - half)) * Math.sin(values.theta - b);
  return gaussKronrod(integrand, 0, values.theta, { absoluteTolerance: 1e-13 }).value;
}

const along = (values: DensityValues): number => {
  const { I2 } = angularMoment(values.theta, densityOf(values));
  return I2[0] * Math.cos(values.theta) + I2[1] * Math.sin(values.theta);
};

const densities = plus("p_1", "p_2");

export const equation62 = theorem({
  id: "alignment/equation-62",
  kind: "formula",
  title: "I_2 folded about theta: its part along w_k weighs the densities on both sides by cos(theta - b).",
  notation: {
    ...densityNotation,
    A: "I_2 . w_k as an integrand in b over 0 < b < theta",
    p_1: "p(b/2 - pi/2)",
    p_2: "p(theta - b/2 - pi/2)",
  },
  parameters: densityParameters,
  assumptions: [],
  claim: equation(symbol("A"), times(densities, call("Cos", minus("theta", "b")))),
  source: paper("eq. (62)"),
  uses: ["alignment/equation-59"],
  proof: { kind: "open", reason: "b = theta +- b' and the addition theorems; steps are not written out." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "I_2 from its definition, along w_k and across it",
        evaluate: (values) => {
          const { I2 } = angularMoment(values.theta, densityOf(values));
          const [c, s] = [Math.cos(values.theta), Math.sin(values.theta)];
          return [I2[0] * c + I2[1] * s, I2[1] * c - I2[0] * s];
        },
      },
      right: {
        name: "the folded integrals",
        evaluate: (values) => [alongByHalves(values, (b) => values.theta - b), acrossByHalves(values)],
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "quadratures to 1e-12" },
    },
  ],
  printed: {
    claim: equation(symbol("A"), times(densities, call("Cos", symbol("b")))),
    says: "The weights are printed as cos b and sin b; they belong to theta - b. A density that does not depend on the angle hides it.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { theta: 2, p: 0.5, q: 0.2, s: 1 },
      left: { name: "I_2 from its definition, along w_k", evaluate: along },
      right: { name: "what is printed", evaluate: (values) => alongByHalves(values, (b) => b) },
      tolerance: { unit: "abs", limit: 1e-9, why: "quadratures to 1e-12" },
    },
  },
});
