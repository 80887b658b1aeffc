import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { lawOfNamed } from "../../../theory/grouping/system/eventRepresentation.js";
import { plainProduct } from "../../../theory/grouping/system/fibreProduct.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import { branches } from "./forkSystem.js";

export const duplicates = theorem({
  id: "grouping/algorithm-1-duplicates",
  kind: "remark",
  title: "In the plain product the two copies of a shared source agree with probability sum p(x)^2 only.",
  notation: { D: "P(X = X') of the two copies", V: "1 - sum p(x)^2, the chance that two draws differ" },
  parameters: { m: size(1, 6, "States of the shared source."), seed },
  assumptions: [],
  claim: equation(symbol("D"), minus(1, "V")),
  source: paper("Algorithm 1, the product of the predecessors' spaces"),
  uses: ["grouping/algorithm-1-product"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the diagonal of the law of both copies",
        evaluate: ({ m, seed: own }) => {
          const { first, second } = branches(m, own);
          const { weights } = lawOfNamed(plainProduct(first, second), ["s0", "s0'"]);
          return range(m).reduce((sum, x) => sum + weights[x * m + x]!, 0);
        },
      },
      right: {
        name: "the sum of squares",
        evaluate: ({ m, seed: own }) =>
          branches(m, own)
            .parts.sources.get("s0")!
            .reduce((sum, p) => sum + p * p, 0),
      },
      tolerance: rounding,
    },
  ],
});
