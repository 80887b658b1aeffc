import { binaryOdds, signedOdds } from "../../../../proofs/grouping/activations.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { indicatorLaw } from "../../../theory/grouping/activations/indicatorLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { indicators, notation, rounding, units, valuesOf } from "./settings.js";

export const mostLikelyValue = theorem({
  id: "grouping/most-likely-value",
  kind: "lemma",
  title:
    "The log odds of a unit's two values are its preactivation times their distance: the larger is likelier where a > 0.",
  notation: { ...notation, lambda: "log nu(larger value)/nu(smaller value) of a unit", w: "1 for {0,1}, 2 for {-1,1}" },
  parameters: { ...units, D: indicators },
  assumptions: [],
  claim: equation(symbol("lambda"), times("w", "a")),
  source: paper("Definition 5"),
  uses: [],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [binaryOdds, signedOdds],
      because: "they end in the odds exp(w a) of each of the two sets of values",
    },
    {
      kind: "routes",
      left: {
        name: "log odds of each unit, from the law on all 2^n states",
        evaluate: ({ a, D }) => {
          const { states, probabilities } = indicatorLaw(a, { values: valuesOf(D) });
          return a.map((_, i) => {
            const mass = (high: boolean) =>
              probabilities.reduce((sum, p, k) => sum + ((states[k]![i] === 1) === high ? p : 0), 0);
            return Math.log(mass(true) / mass(false));
          });
        },
      },
      right: { name: "w a", evaluate: ({ a, D }) => a.map((x) => (D === "{0,1}" ? x : 2 * x)) },
      tolerance: rounding,
    },
  ],
});
