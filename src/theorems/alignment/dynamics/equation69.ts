import { negativeFeedback } from "../../../../proofs/alignment/nodeFlow.js";
import { domainError } from "../../../numeric/domain.js";
import { plus } from "../../../symbolic/build.js";
import { integer } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differences, notation, toy } from "./settings.js";
import { explained, growthRateSlopes, growthRates } from "./toyRates.js";

export const equation69 = theorem({
  id: "alignment/equation-69",
  kind: "formula",
  title: "The difference of two nodes' growth rates is damped at the rate h_k + h_q + S, which must be positive.",
  notation: { ...notation, dh_kq: "d(h_k - h_q)/dt", S: "sum_q a_q |w_q|" },
  parameters: toy,
  assumptions: [compare("Greater", plus("h_k", "h_q", "S"), integer(0))],
  claim: negativeFeedback.claim,
  source: paper("eq. (69)"),
  uses: ["alignment/equation-68"],
  proof: { kind: "steps", file: "proofs/alignment/nodeFlow.ts" },
  checks: [
    { kind: "exact", proofs: [negativeFeedback] },
    {
      kind: "routes",
      left: {
        name: "the difference of both students along the flow, by differences",
        evaluate: (values) => {
          const [first, second] = growthRateSlopes(values);
          return first - second;
        },
      },
      right: {
        name: "(h_2 - h_1)(h_2 + h_1 + S)",
        evaluate: (values) => {
          const [h1, h2] = growthRates(values);
          return (h2 - h1) * (h2 + h1 + explained(values));
        },
      },
      tolerance: { unit: "abs", limit: 1e-8, why: `${differences.why}; each slope is up to 100` },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "(h_1 - h_2) d(h_1 - h_2)/dt by differences, where h_1 + h_2 + S > 0",
        evaluate: (values) => {
          const [h1, h2] = growthRates(values);
          if (!(h1 + h2 + explained(values) > 0)) {
            throw domainError("h_1 + h_2 + S", "not positive", "a positive sum", "Take other weights.");
          }
          const [first, second] = growthRateSlopes(values);
          return (h1 - h2) * (first - second);
        },
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: { unit: "abs", limit: 1e-8, why: "slopes by differences times a difference of up to 30" },
    },
  ],
});
