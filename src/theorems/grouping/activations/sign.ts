import { signedOdds } from "../../../../proofs/grouping/activations.js";
import { activationTheorem, byOdds, step } from "./activationTheorem.js";

export const sign = activationTheorem({
  id: "grouping/sign",
  title: "The most likely indicator in {-1,1} is the sign, -1 at the tie a = 0.",
  rule: { values: [-1, 1], estimate: "maximum", extension: "partial" },
  formula: step(1, -1),
  known: (a) => (a > 0 ? 1 : -1),
  value: "1",
  proofs: [signedOdds],
  because: byOdds,
});
