import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { extension, mixtureByStates, point, printedByStates } from "./perceptronWays.js";
import { notation, perceptron, relative } from "./settings.js";

export const definition4Gap = theorem({
  id: "grouping/definition-4-gap",
  kind: "remark",
  title: "The gap between the printed density of t and the mixture over h is what sums over all states give.",
  notation: { ...notation, d: "the largest difference over t", d_h: "the same by sums over states" },
  parameters: perceptron,
  assumptions: [],
  claim: equation(symbol("d"), symbol("d_h")),
  source: paper("Definition 4"),
  uses: ["grouping/definition-4-mixture"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "printed density and mixture, unit by unit",
        evaluate: (values) => {
          const { printedDensity, mixture, gap } = extension(values);
          return [...printedDensity, ...mixture, gap];
        },
      },
      right: {
        name: "the same by sums over states",
        evaluate: (values) => {
          const [printed, mixture] = [printedByStates(values), mixtureByStates(values)];
          return [...printed, ...mixture, Math.max(...printed.map((q, t) => Math.abs(q - mixture[t]!)))];
        },
      },
      tolerance: relative,
    },
    {
      kind: "reference",
      at: point,
      value: "0.1724884080693",
      origin: "sums over the states in double precision (NumPy)",
      way: { name: "the gap", evaluate: (values) => extension(values).gap },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
    },
  ],
});
