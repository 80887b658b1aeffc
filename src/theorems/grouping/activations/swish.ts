import { swishMean } from "../../../../proofs/grouping/activations.js";
import { activationTheorem } from "./activationTheorem.js";

export const swish = activationTheorem({
  id: "grouping/swish",
  title: "The mean indicator in {0,1} times its preactivation is Swish.",
  rule: { values: [0, 1], estimate: "expectation", extension: "full" },
  known: (a) => a / (1 + Math.exp(-a)),
  value: "0.3873937837355",
  proofs: [swishMean],
});
