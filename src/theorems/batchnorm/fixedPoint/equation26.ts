import { domainError } from "../../../numeric/domain.js";
import { doubleExponential } from "../../../numeric/quadrature/doubleExponential.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { gegenbauerExpansion } from "../../../theory/batchnorm/coefficients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { erratumNamed } from "../ways/proofNamed.js";

const erratum = erratumNamed("theorem-9-normalisation");

export const equation26 = theorem({
  id: "batchnorm/equation-26",
  kind: "formula",
  title:
    "The Gegenbauer coefficients of Theorem 9 are normalised by dividing by (B-1)^((B-3)/2) Beta(B/2 - 1, 1/2), so that their squares add up to E phi^2.",
  notation: {
    claim: "the case phi = 1, whose only coefficient is a_0 = 1",
    t: "z/sqrt(B-1), z one sample of a normalised batch",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 2000, doc: "Batch size B." },
    phi: { set: "activation", class: "polynomial", doc: "A polynomial: finitely many coefficients." },
  },
  assumptions: [],
  claim: erratum.corrected,
  source: paper("eq. (26)"),
  uses: [],
  proof: { kind: "steps", file: "proofs/batchnorm/errata/theorem9Normalisation.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the integral of phi(sqrt(B-1) t)^2 (1-t^2)^((B-4)/2) over its mass Beta(B/2 - 1, 1/2)",
        evaluate: ({ B, phi }) => {
          const mass = Math.sqrt(Math.PI) / gammaRatio(B / 2 - 1, 0.5);
          const end = Math.min(1, 13 / Math.sqrt(B));
          const f = (t: number) => phi.value(Math.sqrt(B - 1) * t) ** 2 * ((1 - t) * (1 + t)) ** ((B - 4) / 2);
          return doubleExponential(f, -end, end, { relativeTolerance: 1e-13 }).value / mass;
        },
      },
      right: {
        name: "the sum of the squared coefficients by the library's orthonormal recurrence",
        evaluate: ({ B, phi }) => {
          const coefficients = phi.facts.polynomial.value;
          if (coefficients === null) throw domainError("phi", phi.text, "a polynomial", "Choose another activation.");
          const expansion = gegenbauerExpansion({ activation: phi, batch: B }, coefficients.length);
          return expansion.coefficients.reduce((sum, { value }) => sum + value * value, 0);
        },
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding of the weight (1-t^2)^1000 and of the recurrence" },
    },
    {
      kind: "exact",
      proofs: [Object.freeze({ ...erratum, claim: erratum.corrected })],
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The power of B-1 is printed as a factor of the integral; it divides it.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
