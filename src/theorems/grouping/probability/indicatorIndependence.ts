import { groupIndicatorErratum } from "../../../../proofs/grouping/extensions.js";
import { dependence } from "../../../theory/grouping/probability/conditionalMutualInformation.js";
import { copyOf } from "../../../theory/grouping/probability/extension.js";
import { groupingExtension } from "../../../theory/grouping/probability/groupingExtension.js";
import { jointLawOfElements } from "../../../theory/grouping/probability/jointLaw.js";
import { randomElement } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding } from "../ways/parameters.js";
import { drawnGrouping, type GroupingSizes } from "./draws.js";
import { groupingSizes } from "./settings.js";

/** What was there (the atom of the base), T, H~, H. */
function joint(sizes: GroupingSizes) {
  const { element, kernels } = drawnGrouping(sizes);
  const extended = groupingExtension(element, kernels);
  const { space } = element;
  const whole = randomElement(space, space.events.blockOf, { states: space.events.blocks.length });
  return jointLawOfElements([copyOf(extended, whole), extended.input, extended.coupled, extended.indicator]);
}

export const indicatorIndependence = theorem({
  id: "grouping/appendix-g-independence",
  kind: "remark",
  title:
    "The group indicator of a conditional grouping extension is independent of all that was there given (T, H~); given H~ alone it is not in general.",
  notation: {
    P_bth: "P(b, t, h, h~), b what was there and t its value of T",
    P_b: "P(b, t, h~)",
    B_t: "P(h given t and h~), by Bayes' rule from the kernels",
  },
  parameters: groupingSizes,
  assumptions: [],
  claim: groupIndicatorErratum.corrected,
  source: paper("Appendix G, Definition 2"),
  uses: ["grouping/definition-2"],
  proof: { kind: "steps", file: "proofs/grouping/extensions.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "dependence of H and what was there given (T, H~)",
        evaluate: (sizes) => dependence(joint(sizes), [0], [3], [1, 2]),
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "dependence of (H, H~) and what was there given T",
        evaluate: (sizes) => dependence(joint(sizes), [0], [2, 3], [1]),
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: groupIndicatorErratum.printed,
    says: "H is said to be conditionally independent of earlier random elements given H~. Definition 2 lets nu and Q depend on T, and then T tells more about H than H~ does: with nu(0|t) = 1/2, 1/4 and Q = 1/2 throughout, P(H = 0 | t, h~) is 1/2 or 1/4.",
    damaged: false,
    refutation: { kind: "exact", erratum: groupIndicatorErratum },
  },
});
