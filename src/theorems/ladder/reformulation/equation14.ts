import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { spuriousLadder, spuriousUpdates } from "../../../theory/ladder/spuriousUpdates.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { epsilon, prior, tolerance } from "./spurious.js";

export const equation14 = theorem({
  id: "ladder/equation-14",
  kind: "definition",
  title:
    "In the overfitting example the two conditional tables fix how often the label is 1: it is 1/2 only if the spurious factor is balanced.",
  notation: { p: "P(z_alpha = 1) = P(z_omega = 1)" },
  parameters: { epsilon, prior },
  assumptions: [],
  claim: equation(symbol("p"), plus(over(1, 2), times("epsilon", minus(times(2, "prior"), 1)))),
  source: paper("Eqns 14 and 15"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the atoms of the ladder with z_omega = 1",
        evaluate: (point) => {
          const ladder = spuriousLadder(point);
          return meanWhere(
            ladder,
            (atom) => label(regionOf(ladder, "omega"), atom),
            () => true,
          );
        },
      },
      right: {
        name: "1/2 + epsilon (2q - 1)",
        evaluate: (point) => spuriousUpdates(point, [0, 0], [0, 0]).priorOfAlpha,
      },
      tolerance,
    },
  ],
});
