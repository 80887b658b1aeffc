import { towerErratum, towerProperty } from "../../../../proofs/ladder/towerProperty.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import type { Ladder } from "../../../theory/ladder/ladder.js";
import { marginalGradient, recursedGradient } from "../../../theory/ladder/marginal/marginalGradient.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { contentText, meanWhere } from "../ways/bruteForce.js";
import { ladderAt, ladderOf, overFamilies, probabilityRounding } from "./settings.js";

/** Any function of the atom: the theorem says nothing about networks. */
const gradientOf = ({ weights }: Ladder, seed: number) => weights.map((_, atom) => Math.sin(1 + seed + 7 * atom));

export const theorem1 = theorem({
  id: "ladder/theorem-1",
  kind: "theorem",
  title:
    "The gradient marginalised to a part of a receptive field is the mean, given that part, of the gradient marginalised to the whole field.",
  notation: { g_1: "E[g_j(x) | x_k]", g_2: "E[E[g_j(x) | x_j] | x_k], x_k a part of x_j" },
  parameters: ladderOf("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(symbol("g_1"), symbol("g_2")),
  source: paper("Theorem 1"),
  uses: ["ladder/equation-3"],
  proof: { kind: "steps", file: "proofs/ladder/towerProperty.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [towerProperty],
      because: "the tower property in symbols, for two values of the rest of x_j and of what surrounds it",
    },
    {
      kind: "routes",
      left: {
        name: "brute-force averages over the atoms that show x_k",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          const g = gradientOf(ladder, point.seed % 100);
          return overFamilies(ladder, (_, inner) =>
            inner.contents.map((content) => {
              const shown = (atom: number) => contentText(inner, atom) === content.join(",");
              return meanWhere(ladder, (atom) => g[atom]!, shown);
            }),
          );
        },
      },
      right: {
        name: "P(x_j | x_k) applied to g_j(x_j)",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          const g = gradientOf(ladder, point.seed % 100);
          return overFamilies(ladder, (outer, inner) =>
            recursedGradient(ladder, marginalGradient(ladder, g, outer), outer, inner),
          );
        },
      },
      tolerance: probabilityRounding,
    },
  ],
  printed: {
    claim: towerErratum.printed,
    says: "The proof swaps the two conditionings in its third to fifth lines: the mean over x_-j given x_j of the mean over the rest of x_j given x_k is no function of x_k, and not the mean in the other order. The tower property proves the theorem.",
    damaged: false,
    refutation: { kind: "exact", erratum: towerErratum },
  },
});
