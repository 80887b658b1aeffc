import { gegenbauerNormalised } from "../../../numeric/special/gegenbauer.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { laplaceIntegral } from "../ways/laplaceIntegral.js";

const claim = compare("Greater", symbol("c_k"), integer(0));

export const theorem9GapPositive = theorem({
  id: "batchnorm/theorem-9-gap-positive",
  kind: "lemma",
  title: "c_k is positive for every k > 0",
  notation: { c_k: "1 - C_k(-1/(B-1))/C_k(1), C_k the Gegenbauer polynomial of index (B-3)/2" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    k: { set: "integer", min: 1, max: 2000, doc: "degree" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9" }],
  uses: ["batchnorm/theorem-9-gap"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "Less",
      left: { name: "0", evaluate: () => 0 },
      right: {
        name: "c_k by the three-term recurrence",
        evaluate: ({ B, k }) => 1 - gegenbauerNormalised(B - 1, k, -1 / (B - 1))[k]!,
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
    },
    {
      kind: "routes",
      left: {
        // P_k at cos(theta) is the mean of (cos theta + i sin theta cos omega)^k over the angle's law (Laplace's integral)
        name: "c_k by Laplace's integral for the Gegenbauer polynomial",
        evaluate: ({ B, k }) => 1 - laplaceIntegral(B, k),
      },
      right: {
        name: "c_k by the three-term recurrence",
        evaluate: ({ B, k }) => 1 - gegenbauerNormalised(B - 1, k, -1 / (B - 1))[k]!,
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "the integrand turns k times" },
    },
  ],
});
