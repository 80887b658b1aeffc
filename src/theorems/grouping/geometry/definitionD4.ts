import { bregmanDual } from "../../../../proofs/grouping/geometry.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteDivergence, enoughPoints, family, notation, rounding } from "./settings.js";
import { both, orders } from "./ways.js";

export const definitionD4 = theorem({
  id: "grouping/definition-d-4",
  kind: "definition",
  title: "The dual divergence between two means is that of psi between the parameters, exchanged.",
  notation: {
    ...notation,
    D_star: "D_psi*[eta_1 : eta_2], printed order",
    psi_1: "psi(theta_1)",
    psi_2: "psi(theta_2)",
    s_12: "<theta_1, eta_2>",
    s_22: "<theta_2, eta_2>",
  },
  parameters: family,
  assumptions: [enoughPoints],
  claim: bregmanDual.claim,
  source: paper("Definition D.4"),
  uses: ["grouping/definition-d-2", "grouping/definition-d-3"],
  proof: { kind: "steps", file: "proofs/grouping/geometry.ts" },
  checks: [
    { kind: "exact", proofs: [bregmanDual] },
    {
      kind: "routes",
      left: { name: "D_psi*[eta : eta'], both orders", evaluate: (values) => orders(both(values).psiStar) },
      right: {
        name: "D_psi[theta' : theta] by sums of exponentials, both orders",
        evaluate: (values) => [
          bruteDivergence(values, values.theta_2, values.theta),
          bruteDivergence(values, values.theta, values.theta_2),
        ],
      },
      tolerance: rounding,
    },
  ],
});
