import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { lastLayerCheck, lastLayerSizes, looseWeight } from "./lastLayer.js";

export const equation7 = theorem({
  id: "gating/equation-7",
  kind: "formula",
  title:
    "The output of a DLGN is the sum over the last hidden neurons of their weight times the sum over the paths that end in them.",
  notation: {
    y: "the outputs",
    S: "the sum over i_(L-1) of u_(L, 1, i_(L-1)) times the sum over the paths that end there",
    P: "u_(L, 1, i) times the sum over i_(L-1) of the sums over paths, for any i",
  },
  parameters: lastLayerSizes,
  assumptions: [],
  claim: equation(symbol("y"), symbol("S")),
  source: paper("Eqn. 7 and the proof of Theorem 2"),
  uses: ["gating/lemma-3", "gating/theorem-2"],
  proof: { kind: "cited" },
  checks: [lastLayerCheck("dlgn")],
  printed: {
    claim: equation(symbol("y"), symbol("P")),
    says: "The proof moves the output weight, which has the index i_(L-1), out of the sum over i_(L-1): the index is left free, and in general no choice of it gives the output.",
    damaged: false,
    refutation: looseWeight("dlgn", 14),
  },
});
