/** The rates of three polynomials are rational functions of B. */
import { activation } from "../../../symbolic/activation/create.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { rateByEllipse } from "../ways/pairMoments.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const texts = { square: "x^2", cube: "x^3", "x-plus-cube": "x + x^3" } as const;

function polynomialRate(slug: keyof typeof texts) {
  const { claim } = proofNamed(`rate-${slug}`);
  const phi = activation(texts[slug]);
  return theorem({
    id: `batchnorm/rate-${slug}`,
    kind: "formula",
    title: `The explosion rate of ${texts[slug]} is a rational function of the batch size`,
    notation: { lambda_G: "the explosion rate" },
    parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" } },
    assumptions: [],
    claim,
    source: [{ key: "yang2019", at: "Theorem 7; the closed form is ours" }],
    uses: ["batchnorm/theorem-7"],
    proof: { kind: "steps", file: "proofs/batchnorm/polynomials.ts" },
    checks: [
      exactly(`rate-${slug}`),
      {
        kind: "routes",
        left: { name: "Theorem 7's integral by a product rule", evaluate: ({ B }) => rateByEllipse(phi, B) },
        right: rightSide(claim),
        tolerance: { unit: "rel", limit: 1e-12, why: "hundreds of weights of exp(B log cos)" },
      },
    ],
  });
}

export const polynomialRates = (["square", "cube", "x-plus-cube"] as const).map(polynomialRate);
