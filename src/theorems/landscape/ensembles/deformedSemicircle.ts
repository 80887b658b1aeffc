import { deformedCubic, deformedEdges } from "../../../../proofs/landscape/deformed.js";
import { minus, plus, power, times } from "../../../symbolic/build.js";
import { integer } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { deformedEquation } from "../../../theory/landscape/dyson/deformedEquation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { complexRoot } from "../ways/closedForms.js";
import { closedForm, densityAt, energy } from "./settings.js";

export const deformedSemicircle = theorem({
  id: "landscape/deformed-semicircle",
  kind: "theorem",
  title:
    "A matrix with eigenvalues +-a, half of them each, plus a semicircle has a transform that is a root of a cubic.",
  notation: { m: "the root with positive imaginary part; the density is that over pi, and 0 where all roots are real" },
  parameters: { a: { set: "real", min: 0, max: 3, doc: "Eigenvalues +-a of A." }, E: energy },
  assumptions: [],
  claim: equation(
    plus(power("m", 3), times(2, "E", power("m", 2)), times(plus(minus(power("E", 2), power("a", 2)), 1), "m"), "E"),
    integer(0),
  ),
  source: paper("eq. (9) with A, Remark in appendix F.4"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "steps", file: "proofs/landscape/deformed.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [deformedCubic, deformedEdges],
      because: "the equation for m times its denominators, and its edges",
    },
    {
      kind: "routes",
      left: { name: "the solver", evaluate: ({ a, E }) => densityAt(deformedEquation([a, -a]), E) },
      right: {
        name: "Cardano's formula",
        evaluate: ({ a, E }) => complexRoot(2 * E, E * E - a * a + 1, E)[1] / Math.PI,
      },
      tolerance: {
        ...closedForm,
        limit: 3e-8,
        why: "rounding of the discriminant, 1e-15, under a square root at an edge",
      },
    },
    {
      kind: "reference",
      at: { a: 0.6, E: 1.5 },
      value: "0.2218599763943",
      origin: "Newton's method on the scalar equation (NumPy)",
      way: { name: "the solver", evaluate: ({ a, E }) => densityAt(deformedEquation([a, -a]), E) },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding" },
    },
  ],
});
