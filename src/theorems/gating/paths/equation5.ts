import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { predictionCheck } from "./mixture.js";

export const equation5 = theorem({
  id: "gating/equation-5",
  kind: "definition",
  title: "The expert of a path of a DLGN is linear, with weights U of its own.",
  notation: { ...notation, p_pi: "the product of u along the path, summed over the inputs" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("g_pi"), symbol("p_pi")),
  source: paper("Eqn. 5"),
  uses: [],
  proof: { kind: "cited" },
  checks: [predictionCheck("dlgn")],
});
