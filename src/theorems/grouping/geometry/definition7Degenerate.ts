import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { sumOf } from "../ways/sums.js";
import { composition, familyOfComposition } from "./composition.js";
import { rounding } from "./settings.js";

export const definition7Degenerate = theorem({
  id: "grouping/definition-7-degenerate",
  kind: "remark",
  title: "For h = 0 the law of x given h is mu whatever the weights are: that member carries no information.",
  notation: { E_0: "E[g given h] where f(h) = 0", m: "the mean of g under mu" },
  parameters: composition,
  assumptions: [],
  claim: equation(symbol("E_0"), symbol("m")),
  source: paper("Definition 7"),
  uses: ["grouping/definition-7-conditional"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E[g given h] of the first h, with f(h) = 0",
        evaluate: (values) => {
          const f = values.f.map((row, h) => (h === 0 ? row.map(() => 0) : row));
          return familyOfComposition({ ...values, f }).conditionalMeans[0]!;
        },
      },
      right: {
        name: "the mean under mu",
        evaluate: ({ G, mu }) => G[0]!.map((_, i) => sumOf(G.map((g, k) => mu[k]! * g[i]!)) / sumOf(mu)),
      },
      tolerance: rounding,
    },
  ],
});
