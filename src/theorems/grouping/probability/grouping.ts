import { groupingJoint } from "../../../../proofs/grouping/extensions.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { groupingExtension } from "../../../theory/grouping/probability/groupingExtension.js";
import { jointLawOfElements } from "../../../theory/grouping/probability/jointLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import { chanceOf } from "../ways/sums.js";
import { drawnGrouping } from "./draws.js";
import { groupingSizes } from "./settings.js";

export const grouping = theorem({
  id: "grouping/definition-2",
  kind: "definition",
  title:
    "A conditional grouping extension has the joint law mu(t) nu(h|t) Q((t,h), h~), and H~ given T the law sum_h nu Q.",
  notation: {
    P: "P(T = t, H = h, H~ = h~) on the extension",
    mu_t: "the law of T",
    nu_th: "nu(h given t)",
    Q_th: "Q((t, h), {h~})",
  },
  parameters: groupingSizes,
  assumptions: [],
  claim: equation(symbol("P"), times("mu_t", "nu_th", "Q_th")),
  source: paper("Definition 2"),
  uses: ["grouping/definition-a-6", "grouping/definition-a-7"],
  proof: { kind: "steps", file: "proofs/grouping/extensions.ts" },
  checks: [
    { kind: "exact", proofs: [groupingJoint], because: "it ends in the joint law at one state of T, H and H~" },
    {
      kind: "routes",
      left: {
        name: "a conditioning extension by H~, then the splitting by H",
        evaluate: (sizes) => {
          const { element, kernels } = drawnGrouping(sizes);
          const { input, coupled, indicator } = groupingExtension(element, kernels);
          return jointLawOfElements([input, indicator, coupled]).weights;
        },
      },
      right: {
        name: "the product of law and kernels",
        evaluate: (sizes) => {
          const { element, kernels } = drawnGrouping(sizes);
          return range(sizes.m).flatMap((t) =>
            range(sizes.h).flatMap((h) =>
              kernels.coupled.rows[t * sizes.h + h]!.map(
                (q) => chanceOf(element, t) * kernels.indicator.rows[t]![h]! * q,
              ),
            ),
          );
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the kernel of the conditioning extension",
        evaluate: (sizes) => {
          const { element, kernels } = drawnGrouping(sizes);
          return groupingExtension(element, kernels).mixture.rows.flat();
        },
      },
      right: {
        name: "sum_h nu(h|t) Q((t,h), h~)",
        evaluate: (sizes) => {
          const { indicator, coupled } = drawnGrouping(sizes).kernels;
          return range(sizes.m).flatMap((t) =>
            range(sizes.k).map((y) =>
              range(sizes.h).reduce((sum, h) => sum + indicator.rows[t]![h]! * coupled.rows[t * sizes.h + h]![y]!, 0),
            ),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
