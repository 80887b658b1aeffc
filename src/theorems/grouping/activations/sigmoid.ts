import { sigmoidMean } from "../../../../proofs/grouping/activations.js";
import { activationTheorem } from "./activationTheorem.js";

export const sigmoid = activationTheorem({
  id: "grouping/sigmoid",
  title: "The mean indicator in {0,1} is the sigmoid.",
  rule: { values: [0, 1], estimate: "expectation", extension: "partial" },
  known: (a) => 1 / (1 + Math.exp(-a)),
  value: "0.6456563062258",
  proofs: [sigmoidMean],
});
