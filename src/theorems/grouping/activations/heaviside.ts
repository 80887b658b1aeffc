import { binaryOdds } from "../../../../proofs/grouping/activations.js";
import { activationTheorem, byOdds, step } from "./activationTheorem.js";

export const heaviside = activationTheorem({
  id: "grouping/heaviside",
  title: "The most likely indicator in {0,1} is the step function, 0 at the tie a = 0.",
  rule: { values: [0, 1], estimate: "maximum", extension: "partial" },
  formula: step(1, 0),
  known: (a) => Number(a > 0),
  value: "1",
  proofs: [binaryOdds],
  because: byOdds,
});
