import { tanhMeanTimes } from "../../../../proofs/grouping/activations.js";
import { activationTheorem } from "./activationTheorem.js";

export const xTanhX = activationTheorem({
  id: "grouping/x-tanh-x",
  title: "The mean indicator in {-1,1} times its preactivation is a tanh(a).",
  rule: { values: [-1, 1], estimate: "expectation", extension: "full" },
  known: (a) => a * Math.tanh(a),
  value: "0.3222297401988",
  proofs: [tanhMeanTimes],
});
