import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { fDivergence } from "../../../theory/grouping/geometry/fDivergence.js";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { channel, lawsOf, rounding } from "./settings.js";

export const squaredDistance = theorem({
  id: "grouping/squared-distance",
  kind: "remark",
  title:
    "Squared Euclidean distance, a Bregman divergence, may grow under a kernel, by the square of its largest singular value at most.",
  notation: { A: "|pK - qK|^2", s: "the largest singular value of K", D: "|p - q|^2" },
  parameters: channel,
  assumptions: [],
  claim: compare("LessEqual", symbol("A"), times("s", "s", "D")),
  source: paper("Theorem 4.1"),
  uses: ["grouping/theorem-4-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "after the kernel",
        evaluate: (values) => informationMonotonicity(...lawsOf(values), values.K).after.sq,
      },
      right: {
        name: "before it, times s^2",
        evaluate: (values) => singularValues(values.K)[0]! ** 2 * fDivergence("sq", ...lawsOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "reference",
      at: {
        m: 4,
        k: 2,
        p: [[0.5, 0.5, 0, 0]],
        q: [[0, 0, 0.5, 0.5]],
        K: [
          [1, 0],
          [1, 0],
          [0, 1],
          [0, 1],
        ],
      },
      value: "1.125",
      origin: "by hand: q, mixed, is (1, 1, 3, 3)/8; |p - q|^2 = 9/16 rises to |pK - qK|^2 = 9/8",
      way: {
        name: "after the kernel",
        evaluate: (values) => informationMonotonicity(...lawsOf(values), values.K).after.sq,
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
    },
  ],
});
