import { klIsBregman } from "../../../../proofs/grouping/geometry.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bruteMember, enoughPoints, family, notation, relativeEntropy, rounding } from "./settings.js";
import { both, orders } from "./ways.js";

export const definitionD5 = theorem({
  id: "grouping/definition-d-5",
  kind: "definition",
  title: "In an exponential family the divergence of psi, in the printed order, is KL(p || p').",
  notation: {
    ...notation,
    KL: "sum p log(p/p')",
    psi_1: "psi(theta)",
    psi_2: "psi(theta')",
    s_11: "<theta, eta>",
    s_21: "<theta', eta>",
  },
  parameters: family,
  assumptions: [enoughPoints],
  claim: klIsBregman.claim,
  source: paper("Definition D.5"),
  uses: ["grouping/definition-d-2"],
  proof: { kind: "steps", file: "proofs/grouping/geometry.ts" },
  checks: [
    { kind: "exact", proofs: [klIsBregman] },
    {
      kind: "routes",
      left: { name: "D_psi[theta : theta'], both orders", evaluate: (values) => orders(both(values).psi) },
      right: {
        name: "sum p log(p/p') of both laws, by sums of exponentials",
        evaluate: (values) => {
          const [p, q] = [values.theta, values.theta_2].map((at) => bruteMember(values, at).law);
          return [relativeEntropy(p!, q!), relativeEntropy(q!, p!)];
        },
      },
      tolerance: rounding,
    },
  ],
});
