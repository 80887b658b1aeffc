import { over, plus, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { separableSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/separableSelfEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { complexRoot } from "../ways/closedForms.js";
import { closedForm, densityAt } from "./settings.js";

const variance = { set: "real", min: 0.1, max: 2, doc: "Eigenvalue of D." } as const;

/** D with the eigenvalues a, b in a basis turned by the angle t. */
function turned(a: number, b: number, t: number): readonly (readonly number[])[] {
  const [c, s] = [Math.cos(t), Math.sin(t)];
  const off = (a - b) * c * s;
  return [
    [a * c * c + b * s * s, off],
    [off, a * s * s + b * c * c],
  ];
}

export const separableEnsemble = theorem({
  id: "landscape/separable-ensemble",
  kind: "theorem",
  title: "A separable covariance D <D R> leaves one unknown delta = <D G>, and m = -(1 + delta^2)/E on the axis.",
  notation: {
    m: "transform at E; the density is Im m/pi",
    delta: "root with positive imaginary part of delta = -<D/(E + D delta)>, a cubic for two eigenvalues",
  },
  parameters: {
    a: variance,
    b: variance,
    t: { set: "real", min: -1.5, max: 1.5, doc: "Angle of the eigenvectors of D." },
    E: { set: "real", min: 0.05, max: 4.5, doc: "Energy E." },
  },
  assumptions: [],
  claim: equation(symbol("m"), over(times(-1, plus(1, power("delta", 2))), "E")),
  source: paper("eq. (9), (10)"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver on matrices",
        evaluate: ({ a, b, t, E }) => densityAt(dysonEquation(separableSelfEnergy(turned(a, b, t))), E),
      },
      right: {
        name: "Cardano's formula for delta",
        evaluate: ({ a, b, E }) => {
          // delta (E + a delta)(E + b delta) + (a (E + b delta) + b (E + a delta))/2 = 0
          const lead = a * b;
          const root = complexRoot(((a + b) * E) / lead, (E * E + a * b) / lead, ((a + b) * E) / 2 / lead);
          return root[1] === 0 ? 0 : (-2 * root[0] * root[1]) / E / Math.PI;
        },
      },
      tolerance: {
        ...closedForm,
        limit: 1e-6,
        why: "rounding of the discriminant under a square root at an edge, over E",
      },
    },
  ],
});
