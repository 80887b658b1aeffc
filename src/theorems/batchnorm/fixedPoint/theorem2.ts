import { domainError } from "../../../numeric/domain.js";
import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { homogeneousActivation, homogeneousValue } from "../ways/homogeneous.js";
import { proofNamed } from "../ways/proofNamed.js";
import { sphereCovariance } from "../ways/sphereCovariance.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

type Rows = readonly (readonly number[])[];

/** For B = 4 the direct integral wants a small condition number: Sigma plus half of its trace. */
function tamed(sigma: Rows): Rows {
  if (sigma.length === 3) return sigma;
  const trace = sigma.reduce((sum, row, i) => sum + row[i]!, 0);
  return sigma.map((row, i) => row.map((entry, j) => entry + (i === j ? trace / 2 : 0)));
}

export const theorem2 = theorem({
  id: "batchnorm/theorem-2",
  kind: "theorem",
  title:
    "For a positively homogeneous activation, batch norm's covariance map is a one-dimensional Laplace integral of the map without batch norm.",
  notation: {
    ...homogeneousNotation,
    claim:
      "the diagonal entry at the fixed point, where G Sigma G = mu G; the check compares all entries for a general Sigma",
    mu: "the eigenvalue of G Sigma G",
    s: "the variable of the Laplace integral",
  },
  parameters: {
    B: {
      set: "integer",
      min: 3,
      max: 4,
      doc: "Batch size; the theorem holds for every B >= 2, the direct integral over the sphere is done for 3 and 4.",
    },
    ...homogeneous,
    Sigma: { set: "covariance", size: "B", class: "definite", doc: "Covariance of the pre-activations." },
  },
  assumptions: [],
  claim: proofNamed("theorem-2-q").claim,
  source: paper("Theorem 2, eq. (11)"),
  uses: ["batchnorm/theorem-b-8"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem2.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the Laplace integral",
        evaluate: ({ Sigma, ...phi }) => {
          const { values, error } = covarianceMap(homogeneousActivation(phi), tamed(Sigma));
          return values.flatMap((row, i) =>
            row.slice(i).map((value) => ({ value, error, method: "laplace", evals: 0, converged: true })),
          );
        },
      },
      right: {
        name: "the definition as an integral over the circle or sphere of directions, cut at the walls",
        evaluate: ({ Sigma, ...phi }) => {
          if (Sigma.length > 4) throw domainError("B", Sigma.length, "3 or 4", "Use theorem B.8.");
          return sphereCovariance(homogeneousValue(phi), tamed(Sigma));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-9,
        why: "the sphere's tanh-sinh rule at B = 4 resolves x^0.51 walls and a peak of condition number 3 to 1e-10",
      },
      cases: { count: 24, why: "a two-dimensional integral over 14 cells a point takes 50 ms" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-2-q"), proofNamed("theorem-2-c")] },
  ],
});
