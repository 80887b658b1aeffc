import { chiralAtom, chiralReduction } from "../../../../proofs/landscape/chiral.js";
import { over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { marchenkoPastur as closed } from "../ways/closedForms.js";
import { closedForm, densityAt, ratio } from "./settings.js";

export const chiralEnsemble = theorem({
  id: "landscape/chiral-ensemble",
  kind: "theorem",
  title:
    "A chiral block matrix, the shape of the Hessian of one hidden layer, has an even density and the eigenvalue 0 with share |n - p|/(n + p).",
  notation: {
    rho: "density at E of all p + n eigenvalues off 0",
    f: "Marchenko and Pastur's density for p/n at E^2",
    y: "p/n",
  },
  parameters: { y: ratio, E: { set: "real", min: 0.1, max: 3.5, doc: "Energy E; the density is even." } },
  assumptions: [],
  claim: equation(symbol("rho"), over(times(2, "E", "y", "f"), plus(1, "y"))),
  source: paper("eq. (9), block shape of eq. (5)"),
  uses: ["landscape/theorem-f-1-unique", "landscape/theorem-f-2"],
  proof: { kind: "steps", file: "proofs/landscape/chiral.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [chiralReduction, chiralAtom],
      because: "each eigenvalue x of X X^T/n is +-x^(1/2) of the block matrix",
    },
    {
      kind: "routes",
      left: { name: "the solver at -E", evaluate: ({ y, E }) => densityAt(dysonEquation(chiralSelfEnergy(y)), -E) },
      right: {
        name: "2 E f(E^2) for each of the p pairs, over p + n",
        evaluate: ({ y, E }) => (2 * E * y * closed(E * E, y)) / (1 + y),
      },
      tolerance: closedForm,
    },
    {
      kind: "reference",
      at: { y: 0.5, E: 0.9 },
      value: "0.2910680881907",
      origin: "the symmetrised density of Marchenko and Pastur (NumPy)",
      way: { name: "the solver", evaluate: ({ y, E }) => densityAt(dysonEquation(chiralSelfEnergy(y)), E) },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding" },
    },
  ],
});
