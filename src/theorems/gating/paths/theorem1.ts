import { theorem1Mixture } from "../../../../proofs/gating/paths.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { mixtureChecks } from "./mixture.js";

export const theorem1 = theorem({
  id: "gating/theorem-1",
  kind: "theorem",
  title:
    "A ReLU network is the mixture of its path experts: the sum over paths of gate times prediction is its output.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("Theorem 1"),
  uses: ["gating/equation-1", "gating/equation-2", "gating/equation-3"],
  proof: { kind: "steps", file: "proofs/gating/paths.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [theorem1Mixture],
      because: "two hidden layers of two neurons, in symbols; any number of layers by the lemma",
    },
    ...mixtureChecks("relu"),
  ],
});
