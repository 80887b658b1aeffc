import { unitsAreIndependent } from "../../../../proofs/grouping/activations.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { indicatorLaw } from "../../../theory/grouping/activations/indicatorLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { indicators, notation, rounding, units, valuesOf } from "./settings.js";

export const unitsIndependent = theorem({
  id: "grouping/units-independent",
  kind: "lemma",
  title: "The indicators of a layer are independent given its input.",
  notation: { ...notation, nu_h: "nu of a state h", nu_1: "nu of h_1, of the first unit", nu_rest: "nu of the others" },
  parameters: { ...units, D: indicators },
  assumptions: [],
  claim: equation(symbol("nu_h"), times("nu_1", "nu_rest")),
  source: paper("Definition 4"),
  uses: [],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    { kind: "exact", proofs: [unitsAreIndependent], because: "two units; more follow one by one" },
    {
      kind: "routes",
      left: {
        name: "the law on all 2^n states",
        evaluate: ({ a, D }) => indicatorLaw(a, { values: valuesOf(D) }).probabilities,
      },
      right: {
        name: "products over the units of 1/(1 + exp(-h w a)), h = -1, 1",
        evaluate: ({ a, D }) => {
          const w = D === "{0,1}" ? 1 : 2;
          return a.reduce<readonly number[]>(
            (law, x) => law.flatMap((p) => [p / (1 + Math.exp(w * x)), p / (1 + Math.exp(-w * x))]),
            [1],
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
