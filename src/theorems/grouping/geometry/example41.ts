import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { channel, deformedLaws, plainDivergence, plainDivergences, rounding } from "./settings.js";

export const example41 = theorem({
  id: "grouping/example-4-1",
  kind: "remark",
  title:
    "A deformation of the inputs moves the law of the outputs by no more than that of the inputs, in an f-divergence.",
  notation: { A: "D between the laws of the outputs, of X and of g.X", D: "D between those of X and g.X" },
  parameters: {
    ...channel,
    shift: { set: "integer", min: 1, max: 4, doc: "g moves point i to point i + shift, cyclically." },
    f: { set: "choice", of: plainDivergences, doc: "The divergence." },
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("A"), symbol("D")),
  source: paper("Example 4.1"),
  uses: ["grouping/theorem-4-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the divergence of the laws of the outputs",
        evaluate: (values) => {
          const [law, deformed] = deformedLaws(values);
          return informationMonotonicity(law, deformed, values.K).after[values.f];
        },
      },
      right: {
        name: "that of the laws of X and g.X, by a plain sum",
        evaluate: (values) => plainDivergence(values.f, ...deformedLaws(values)),
      },
      tolerance: rounding,
    },
  ],
});
