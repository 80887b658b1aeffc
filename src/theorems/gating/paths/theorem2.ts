import { theorem2Mixture } from "../../../../proofs/gating/paths.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { mixtureChecks } from "./mixture.js";

export const theorem2 = theorem({
  id: "gating/theorem-2",
  kind: "theorem",
  title: "A deep linearly gated network is the mixture of its path experts, and needs no list of them.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("Theorem 2"),
  uses: ["gating/equation-1", "gating/equation-4", "gating/equation-5"],
  proof: { kind: "steps", file: "proofs/gating/paths.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [theorem2Mixture],
      because: "two hidden layers of two neurons, in symbols; any number of layers by the lemma",
    },
    ...mixtureChecks("dlgn"),
  ],
});
