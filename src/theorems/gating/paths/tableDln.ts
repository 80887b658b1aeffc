import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { mixtureChecks } from "./mixture.js";

export const tableDln = theorem({
  id: "gating/table-1-dln",
  kind: "remark",
  title: "A deep linear network is the mixture in which every gate is 1.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("Table 1, DLN"),
  uses: ["gating/equation-1"],
  proof: { kind: "cited" },
  checks: mixtureChecks("dln"),
});
