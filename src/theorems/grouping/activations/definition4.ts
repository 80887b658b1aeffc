import { posteriorErratum } from "../../../../proofs/grouping/activations.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { extension, posteriors } from "./perceptronWays.js";
import { notation, perceptron, rounding } from "./settings.js";

export const definition4 = theorem({
  id: "grouping/definition-4",
  kind: "definition",
  title:
    "With counting measure for the indicators, exp(h.a)/Z is a joint law of t and h in which h given t has the law nu.",
  notation: { ...notation, P_1: "P(h_i = 1 given t) under the joint law, D = {0,1}" },
  parameters: perceptron,
  assumptions: [],
  claim: posteriorErratum.corrected,
  source: paper("Definition 4"),
  uses: ["grouping/units-independent"],
  proof: { kind: "steps", file: "proofs/grouping/activations.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P(h_i = 1 given t) from the joint law on all (t, h)",
        evaluate: (values) => posteriors(values, 1),
      },
      right: { name: "nu of each unit", evaluate: (values) => extension(values).corrected.posterior.flat() },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: posteriorErratum.printed,
    says: "exp(h.a)/Z is printed as a density with respect to nu(dh given t) mu(dt): nu is counted twice, and h = 1 gets the probability sigmoid(2a) given t.",
    damaged: false,
    refutation: { kind: "exact", erratum: posteriorErratum },
  },
});
