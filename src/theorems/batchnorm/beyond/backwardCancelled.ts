/** bwd_L and bwd_M of a homogeneous activation in i = 1/(B-1) and the ratios R and S: nothing overflows or cancels at large B. */
import { minus, over } from "../../../symbolic/build.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { besideRate, totalBesideRate } from "../ways/homogeneousChecks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";
import { ratioExpressions, ratioNotation } from "../ways/ratios.js";

function cancelled(space: "L" | "M") {
  const { claim } = proofNamed(`backward-${space.toLowerCase()}`);
  return theorem({
    id: `batchnorm/backward-cancelled-${space.toLowerCase()}`,
    kind: "formula",
    title: `The gradient's eigenvalue on ${space} of a homogeneous activation with every cancellation carried out`,
    notation: { i: "1/(B-1)", lambda: `the gradient's eigenvalue on ${space}`, ...ratioNotation },
    parameters: homogeneousParameters,
    assumptions: [],
    claim,
    source: [{ key: "yang2019", at: "Theorem C.11; this form is ours" }],
    uses: [`batchnorm/theorem-c-11-${space === "L" ? "l" : "m"}`],
    proof: { kind: "steps", file: "proofs/batchnorm/backwardEigenvalues.ts" },
    checks: [
      exactly(`backward-${space.toLowerCase()}`),
      {
        kind: "routes",
        left: totalBesideRate(space),
        right: besideRate(rightSide(claim, { ...ratioExpressions, i: over(1, minus("B", 1)) })),
        tolerance: { unit: "rel", limit: 1e-10, why: "terms of size 1/(2 alpha - 1) that cancel near degree 1/2" },
      },
    ],
  });
}

export const backwardCancelled = (["L", "M"] as const).map(cancelled);
