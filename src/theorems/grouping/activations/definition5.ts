import { binaryOdds } from "../../../../proofs/grouping/activations.js";
import { term } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { activationTheorem, byOdds } from "./activationTheorem.js";

export const definition5 = activationTheorem({
  id: "grouping/definition-5",
  title: "The most likely indicator in {0,1} times its preactivation is ReLU.",
  rule: { values: [0, 1], estimate: "maximum", extension: "full" },
  formula: call("Max", symbol("a"), term(0)),
  known: (a) => Math.max(a, 0),
  value: "0.6",
  proofs: [binaryOdds],
  because: byOdds,
});
