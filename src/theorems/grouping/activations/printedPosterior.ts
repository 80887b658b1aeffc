import { doubleCounting } from "../../../../proofs/grouping/activations.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { extension, posteriors } from "./perceptronWays.js";
import { notation, perceptron, rounding } from "./settings.js";

export const printedPosterior = theorem({
  id: "grouping/printed-posterior",
  kind: "formula",
  title: "Under Definition 4 as printed the indicator of a unit is 1 with probability sigmoid(2a) given t.",
  notation: { ...notation, P_1: "P(h_i = 1 given t), D = {0,1}, the density exp(h.a)/Z with respect to nu" },
  parameters: perceptron,
  assumptions: [],
  claim: doubleCounting.claim,
  source: paper("Definition 4"),
  uses: ["grouping/units-independent"],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    { kind: "exact", proofs: [doubleCounting] },
    {
      kind: "routes",
      left: {
        name: "from the printed joint law on all (t, h), which has exp(h.a) twice",
        evaluate: (values) => posteriors(values, 2),
      },
      right: { name: "sigmoid of twice the log odds", evaluate: (values) => extension(values).printedPosterior.flat() },
      tolerance: rounding,
    },
  ],
});
