import { conditioningKeepsLaw } from "../../../../proofs/grouping/extensions.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditioningExtension } from "../../../theory/grouping/probability/conditioningExtension.js";
import { jointLawOfElements } from "../../../theory/grouping/probability/jointLaw.js";
import { lawOf } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import { chanceOf } from "../ways/sums.js";
import { drawnElement } from "./draws.js";

export const conditioning = theorem({
  id: "grouping/definition-a-6",
  kind: "definition",
  title: "A conditioning extension adds T2 with the law Q(T1, .) given T1 and keeps the law of what was there.",
  notation: { P_xy: "P(T1 = x, T2 = y) on the extension", mu_x: "P(T1 = x) before it", Q_xy: "Q(x, {y})" },
  parameters: {
    n: size(1, 8, "Points of the space."),
    m: size(1, 4, "States of T1."),
    k: size(1, 4, "States of T2."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("P_xy"), times("mu_x", "Q_xy")),
  source: paper("Definition A.6"),
  uses: ["grouping/definition-a-4", "grouping/definition-a-5"],
  proof: { kind: "steps", file: "proofs/grouping/extensions.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [conditioningKeepsLaw],
      because: "it ends in the law of T1 on the extension, for two states each; the joint law is the definition",
    },
    {
      kind: "routes",
      left: {
        name: "the joint law on the extension",
        evaluate: (sizes) => {
          const { element, kernel } = drawnElement(sizes);
          const { original, external } = conditioningExtension(element, kernel);
          return jointLawOfElements([original, external]).weights;
        },
      },
      right: {
        name: "points of the space below, times the kernel",
        evaluate: (sizes) => {
          const { element, kernel } = drawnElement(sizes);
          return range(sizes.m).flatMap((x) => kernel.rows[x]!.map((q) => chanceOf(element, x) * q));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the law of T1 on the extension",
        evaluate: (sizes) => {
          const { element, kernel } = drawnElement(sizes);
          return lawOf(conditioningExtension(element, kernel).original);
        },
      },
      right: {
        name: "points of the space below",
        evaluate: (sizes) => {
          const { element } = drawnElement(sizes);
          return range(sizes.m).map((x) => chanceOf(element, x));
        },
      },
      tolerance: rounding,
    },
  ],
});
