import { semicircleHeight, semicircleRoot } from "../../../../proofs/landscape/goeVariance.js";
import { minus, over, pi, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { scalarSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { semicircle } from "../ways/closedForms.js";
import { closedForm, densityAt, energy } from "./settings.js";

export const wignerSemicircle = theorem({
  id: "landscape/wigner-semicircle",
  kind: "theorem",
  title: "Independent entries of variance v/N give the semicircle of radius 2 v^(1/2).",
  notation: { rho: "density at E of the solution with S[R] = v (tr R/N) I and A = 0; 0 for E^2 > 4 v" },
  parameters: { v: { set: "real", min: 0.05, max: 4, doc: "Variance v." }, E: energy },
  assumptions: [],
  claim: equation(symbol("rho"), over(root(minus(times(4, "v"), power("E", 2))), times(2, pi, "v"))),
  source: paper("eq. (9), (10)"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "steps", file: "proofs/landscape/goeVariance.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [semicircleRoot, semicircleHeight],
      because: "the root with Im m > 0, which is the only one",
    },
    {
      kind: "routes",
      left: { name: "the solver", evaluate: ({ v, E }) => densityAt(dysonEquation(scalarSelfEnergy(v)), E) },
      right: { name: "the semicircle", evaluate: ({ v, E }) => semicircle(E, v) },
      tolerance: closedForm,
    },
  ],
});
