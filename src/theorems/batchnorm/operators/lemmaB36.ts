import { over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differencePattern, doublyCentred, entriesOf } from "../ways/patterns.js";
import { real, rounding } from "./settings.js";

export const lemmaB36 = theorem({
  id: "batchnorm/lemma-b-36",
  kind: "lemma",
  title: "Centring L(a, b) gives (a + 2b)/B times L(B-2, 1).",
  notation: { "L'": "G L(a, b) G", L_0: "L(B-2, 1), the L-shaped matrix with zero row sums" },
  parameters: {
    B: { set: "integer", min: 3, max: 64, doc: "Batch size B." },
    a: real("First coordinate."),
    b: real("Second coordinate."),
  },
  assumptions: [],
  claim: equation(symbol("L'"), times(over(plus("a", times(2, "b")), "B"), "L_0")),
  source: paper("Lemma B.36"),
  uses: ["batchnorm/definition-b-35"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "G L(a, b) G as two matrix products",
        evaluate: ({ B, a, b }) => entriesOf(doublyCentred(differencePattern(B, a, b))),
      },
      right: {
        name: "(a + 2b)/B times the entries of L(B-2, 1)",
        evaluate: ({ B, a, b }) => entriesOf(differencePattern(B, B - 2, 1).mul((a + 2 * b) / B)),
      },
      tolerance: { ...rounding, unit: "abs", why: "rounding of sums of 64 terms of order 2" },
    },
  ],
});
