import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation } from "../ways/parameters.js";
import { predictionCheck } from "./mixture.js";

export const equation3 = theorem({
  id: "gating/equation-3",
  kind: "definition",
  title:
    "The expert of a path of a ReLU network is linear: the product of the path's weights times the first neuron's w_1.x.",
  notation: { ...notation, p_pi: "the product of the weights along the path, summed over the inputs" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("g_pi"), symbol("p_pi")),
  source: paper("Eqn. 3"),
  uses: [],
  proof: { kind: "cited" },
  checks: [predictionCheck("relu")],
});
