import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { deformation } from "../../../theory/grouping/geometry/deformation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { deformations } from "./charts.js";
import { rounding } from "./settings.js";

export const exampleC1 = theorem({
  id: "grouping/example-c-1",
  kind: "remark",
  title:
    "The deformation u - g(u) moves no point by more than sup |g|, and keeps the order of points where sup |g'| < 1.",
  notation: { m: "|f(u) - u|", s: "sum |a_k|, a bound on sup |g|" },
  parameters: deformations,
  assumptions: [],
  claim: compare("LessEqual", symbol("m"), symbol("s")),
  source: paper("Example C.1"),
  uses: ["grouping/definition-c-8"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "how far a point moves", evaluate: ({ a, v }) => Math.abs(deformation(a).apply(v) - v) },
      right: { name: "sum |a_k|", evaluate: ({ a }) => a.reduce((sum, x) => sum + Math.abs(x), 0) },
      tolerance: rounding,
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "the image of u", evaluate: ({ a, v }) => deformation(a).apply(v) },
      right: { name: "the image of u + 1/10", evaluate: ({ a, v }) => deformation(a).apply(v + 0.1) },
      tolerance: rounding,
    },
  ],
});
