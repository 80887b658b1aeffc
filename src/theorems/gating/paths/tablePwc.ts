import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { mixtureChecks } from "./mixture.js";

export const tablePwc = theorem({
  id: "gating/table-1-dlgn-pwc",
  kind: "remark",
  title:
    "With the all-ones vector in place of the input below, experts of a DLGN are constants and Theorem 2 still holds.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("section 2.3; Table 1, DLGN-PWC"),
  uses: ["gating/theorem-2"],
  proof: { kind: "cited" },
  checks: mixtureChecks("dlgn-pwc"),
});
