import { spuriousGradient } from "../../../../proofs/ladder/overfitting.js";
import { minus, times } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { spuriousUpdates } from "../../../theory/ladder/spuriousUpdates.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { activations, epsilon, prior, tolerance, trainedUpdates } from "./spurious.js";

export const equation17 = theorem({
  id: "ladder/equation-17",
  kind: "formula",
  title:
    "A node on the spurious factor gets the update 2 epsilon (f(1) q - f(0) (1 - q)), q = P(z_gamma = 1): its sign depends on q, not on f(1) > f(0) alone.",
  notation: { Delta_w: "E[f_k(z_gamma) g_0]", f_0: "f_k(z_gamma = 0)", f_1: "f_k(z_gamma = 1)" },
  parameters: { epsilon, prior, f: activations },
  assumptions: [],
  claim: equation(
    symbol("Delta_w"),
    times(times(2, "epsilon"), minus(times("f_1", "prior"), times("f_0", minus(1, "prior")))),
  ),
  source: paper("Eqn 17"),
  uses: ["ladder/equation-2", "ladder/equation-14"],
  proof: { kind: "steps", file: "proofs/ladder/overfitting.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [spuriousGradient],
      because: "in symbols for P(z_gamma = 1) = 1/2, the case in which the paper's sign is right",
    },
    {
      kind: "routes",
      left: {
        name: "back-propagation on the ladder",
        evaluate: ({ f, ...point }) => trainedUpdates(point, [0, 0], f).gamma,
      },
      right: {
        name: "the closed form",
        evaluate: ({ f, ...point }) => spuriousUpdates(point, [0, 0], [f[0]!, f[1]!]).gamma,
      },
      tolerance,
    },
  ],
  printed: {
    claim: compare("Less", integer(0), symbol("Delta_w")),
    says: "It prints f_j for f_k, and says that the update is positive wherever f_k tells the values apart. With f_k(1) > f_k(0) and epsilon > 0 it is positive for P(z_gamma = 1) >= 1/2, and negative for small P(z_gamma = 1) unless f_k(0) = 0.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { epsilon: 0.1, prior: 0.2, f: [1, 1.5] },
      relation: "Less",
      left: { name: "zero", evaluate: () => 0 },
      right: {
        name: "back-propagation on the ladder",
        evaluate: ({ f, ...point }) => trainedUpdates(point, [0, 0], f).gamma,
      },
      tolerance,
    },
  },
});
