import { minus, times } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1, centring, doublyCentred, entriesOf } from "../ways/patterns.js";

export const lemmaB15 = theorem({
  id: "batchnorm/lemma-b-15",
  kind: "lemma",
  title: "G BSB1(a, b) G = (a - b) G.",
  notation: { Sigma: "BSB1(a, b)", G: "the projection on vectors of mean zero" },
  parameters: {
    B: { set: "integer", min: 2, max: 40, doc: "Batch size B." },
    a: { set: "real", min: -2, max: 2, doc: "Diagonal." },
    b: { set: "real", min: -2, max: 2, doc: "Off-diagonal." },
  },
  assumptions: [],
  claim: equation(times("G", "Sigma", "G"), times(minus("a", "b"), "G")),
  source: paper("Lemma B.15"),
  uses: ["batchnorm/lemma-b-14"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "two matrix products", evaluate: ({ B, a, b }) => entriesOf(doublyCentred(bsb1(B, a, b))) },
      right: { name: "(a - b) G", evaluate: ({ B, a, b }) => entriesOf(centring(B).mul(a - b)) },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of sums of 40 terms of order 2" },
    },
  ],
});
