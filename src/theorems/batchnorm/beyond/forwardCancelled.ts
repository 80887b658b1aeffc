/** fwd_L and fwd_M of a homogeneous activation in the ratio R. */
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousForward } from "../ways/forwardFactors.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";
import { ratioExpressions, ratioNotation, reluTable } from "../ways/ratios.js";

function cancelled(space: "L" | "M") {
  const { claim } = proofNamed(`forward-${space.toLowerCase()}`);
  const way = rightSide(claim, ratioExpressions);
  return theorem({
    id: `batchnorm/forward-cancelled-${space.toLowerCase()}`,
    kind: "formula",
    title: `The forward eigenvalue on ${space} of a homogeneous activation with every cancellation carried out`,
    notation: { kappa: `the forward eigenvalue on ${space}`, ...ratioNotation },
    parameters: homogeneousParameters,
    assumptions: [],
    claim,
    source: [{ key: "yang2019", at: "Theorem B.68; this form is ours" }],
    uses: ["batchnorm/definition-i-4"],
    proof: { kind: "steps", file: "proofs/batchnorm/forwardEigenvalues.ts" },
    checks: [
      exactly(`forward-${space.toLowerCase()}`),
      {
        kind: "routes",
        left: {
          name: "the Rayleigh quotient of the map's derivative by moments of two samples",
          evaluate: (values) => homogeneousForward(values, space),
        },
        right: way,
        tolerance: { unit: "abs", limit: 1e-9, why: "values up to 10 that change sign on M, by angles to 1e-13" },
      },
      ...reluTable(`forward${space}`, way),
    ],
  });
}

export const forwardCancelled = (["L", "M"] as const).map(cancelled);
