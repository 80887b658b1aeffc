import { minus, over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rateOf } from "../ways/rateOf.js";

const claim = compare("GreaterEqual", symbol("lambda_G"), over(minus("B", 2), minus("B", 3)));

export const theorem9Bound = theorem({
  id: "batchnorm/theorem-9-bound",
  kind: "theorem",
  title: "No activation has an explosion rate below that of the identity, (B-2)/(B-3)",
  notation: { lambda_G: "the explosion rate" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9" }],
  uses: ["batchnorm/theorem-9", "batchnorm/theorem-9-gap-positive"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "(B-2)/(B-3)", evaluate: ({ B }) => (B - 2) / (B - 3) },
      right: {
        name: "the rate of any activation",
        evaluate: ({ B, phi }) => rateOf(phi, B),
      },
      tolerance: { unit: "rel", limit: 2e-15, why: "affine functions attain it, up to rounding" },
    },
  ],
});
