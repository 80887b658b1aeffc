import { tanhMean } from "../../../../proofs/grouping/activations.js";
import { activationTheorem } from "./activationTheorem.js";

export const tanh = activationTheorem({
  id: "grouping/tanh",
  title: "The mean indicator in {-1,1} is tanh(a): the exponent is h a, not h a/2.",
  rule: { values: [-1, 1], estimate: "expectation", extension: "partial" },
  known: Math.tanh,
  value: "0.5370495669980",
  proofs: [tanhMean],
});
