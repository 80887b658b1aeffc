import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditioningExtension } from "../../../theory/grouping/probability/conditioningExtension.js";
import { copyOf, extension } from "../../../theory/grouping/probability/extension.js";
import { lawOf } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import { chanceOf } from "../ways/sums.js";
import { drawnElement } from "./draws.js";

export const extensionDefinition = theorem({
  id: "grouping/definition-a-4",
  kind: "definition",
  title:
    "An extension supports a copy of the space below it, and copies of random elements have the laws of the originals.",
  notation: { "P~": "the law of the copy T(xi)", P: "the law of T" },
  parameters: {
    n: size(1, 8, "Points of the space."),
    m: size(1, 4, "States of T."),
    k: size(1, 4, "States that the extension adds at each point."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("P~"), symbol("P")),
  source: paper("Definition A.4"),
  uses: ["grouping/definition-a-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the copy on an extension that the definition accepts",
        evaluate: (sizes) => {
          const { element, kernel } = drawnElement(sizes);
          const { base, space, projection } = conditioningExtension(element, kernel);
          return lawOf(copyOf(extension(base, space, projection), element));
        },
      },
      right: {
        name: "points of the space below",
        evaluate: (sizes) => {
          const { element } = drawnElement(sizes);
          return range(sizes.m).map((t) => chanceOf(element, t));
        },
      },
      tolerance: rounding,
    },
  ],
});
