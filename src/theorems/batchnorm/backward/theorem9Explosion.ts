import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { rateOf } from "../ways/rateOf.js";

const claim = compare("Greater", symbol("lambda_G"), integer(1));

export const theorem9Explosion = theorem({
  id: "batchnorm/theorem-9-explosion",
  kind: "corollary",
  title: "Batch norm makes the gradients of every non-constant activation explode",
  notation: { lambda_G: "the explosion rate" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9; after it, against a conjecture of Ioffe and Szegedy 2015" }],
  uses: ["batchnorm/theorem-9-bound"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "1", evaluate: () => 1 },
      right: {
        name: "the rate of any activation",
        evaluate: ({ B, phi }) => rateOf(phi, B),
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
  ],
});
