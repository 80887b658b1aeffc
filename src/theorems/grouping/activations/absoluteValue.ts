import { signedOdds } from "../../../../proofs/grouping/activations.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { activationTheorem, byOdds } from "./activationTheorem.js";

export const absoluteValue = activationTheorem({
  id: "grouping/absolute-value",
  title: "The most likely indicator in {-1,1} times its preactivation is the absolute value.",
  rule: { values: [-1, 1], estimate: "maximum", extension: "full" },
  formula: call("Abs", symbol("a")),
  known: Math.abs,
  value: "0.6",
  proofs: [signedOdds],
  because: byOdds,
});
