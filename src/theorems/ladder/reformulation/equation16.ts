import { constantActivationErratum } from "../../../../proofs/ladder/overfitting.js";
import { spuriousUpdates } from "../../../theory/ladder/spuriousUpdates.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { epsilon, prior, tolerance, trainedUpdates } from "./spurious.js";

export const equation16 = theorem({
  id: "ladder/equation-16",
  kind: "formula",
  title:
    "A node that cannot tell the true factor's values apart gets the update (2 P(z_alpha = 1) - 1) f, zero only for a balanced label.",
  notation: {
    dW_j: "E[f_j g_0], f_j = f for both values of z_alpha, g_0 = +1 where z_omega = 1, else -1",
    q: "P(z_alpha = 1) = 1/2 + epsilon (2 prior - 1)",
  },
  parameters: {
    epsilon,
    prior,
    f: { set: "real", min: 0, max: 2, doc: "The activation, the same for both values of the true factor." },
  },
  assumptions: [],
  claim: constantActivationErratum.corrected,
  source: paper("Eqn 16"),
  uses: ["ladder/equation-2", "ladder/equation-14"],
  proof: { kind: "steps", file: "proofs/ladder/overfitting.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "back-propagation on the ladder",
        evaluate: ({ f, ...point }) => trainedUpdates(point, [f, f], [0, 0]).alpha,
      },
      right: { name: "the closed form", evaluate: ({ f, ...point }) => spuriousUpdates(point, [f, f], [0, 0]).alpha },
      tolerance,
    },
    {
      kind: "routes",
      left: {
        name: "back-propagation on the ladder",
        evaluate: ({ f, ...point }) => trainedUpdates(point, [f, f], [0, 0]).alpha,
      },
      right: {
        name: "2 epsilon (2q - 1) f",
        evaluate: ({ epsilon: shift, prior: q, f }) => 2 * shift * (2 * q - 1) * f,
      },
      tolerance,
    },
  ],
  printed: {
    claim: constantActivationErratum.printed,
    says: "A constant activation is said to give no update. It gives (2 P(z_alpha = 1) - 1) f, which is zero only where both classes are equally frequent; Eqns 14 and 15 make that so only for P(z_gamma = 1) = 1/2.",
    damaged: false,
    refutation: { kind: "exact", erratum: constantActivationErratum },
  },
});
