import { broadnessViolation as broadnessProof } from "../../../../proofs/ladder/conditions.js";
import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditionalTable } from "../../../theory/ladder/groupBy.js";
import { broadnessViolation } from "../../../theory/ladder/reformulation/knowledge.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { contentText, distanceBetween, label, labelPairs } from "../ways/bruteForce.js";
import {
  type LadderPoint,
  ladderAt,
  lossyLadderOf,
  notAllZero,
  overFamilies,
  probabilityRounding,
} from "./settings.js";

/** The broadness distance of every pair of labels that occurs, by its definition. */
function distances(point: LadderPoint): readonly number[] {
  const ladder = ladderAt(point);
  return notAllZero(
    "broadness distances",
    overFamilies(ladder, (alpha, beta) =>
      labelPairs(ladder, alpha, beta).map(([a, b]) => {
        const given = (atom: number) => label(alpha, atom) === a;
        const both = (atom: number) => given(atom) && label(beta, atom) === b;
        return distanceBetween(ladder, (atom) => contentText(alpha, atom), both, given);
      }),
    ),
  );
}

export const broadnessIsDeterminism = theorem({
  id: "ladder/broadness-is-determinism",
  kind: "proposition",
  title:
    "Where contents fix labels, broadness of knowledge fails by exactly 1 - P(z_beta | z_alpha): it holds only if every P(z_beta | z_alpha) is 0 or 1.",
  notation: {
    d: "TV(P(x_alpha | z_alpha, z_beta), P(x_alpha | z_alpha)), for labels that occur together",
    p: "P(z_beta | z_alpha)",
  },
  parameters: lossyLadderOf("deterministic"),
  assumptions: [],
  claim: equation(symbol("d"), minus(1, "p")),
  source: paper("Theorem 2, broadness of knowledge"),
  uses: ["ladder/theorem-2"],
  proof: { kind: "steps", file: "proofs/ladder/conditions.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [broadnessProof],
      because: "the distance in symbols, for two inputs with the label and two without",
    },
    {
      kind: "routes",
      left: { name: "total-variation distances by brute force", evaluate: distances },
      right: {
        name: "1 less the entries of the table that are not zero",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) =>
            conditionalTable(ladder, alpha, beta).flatMap((row) => row.filter((p) => p > 0).map((p) => 1 - p)),
          );
        },
      },
      tolerance: probabilityRounding,
    },
    {
      kind: "routes",
      left: { name: "total-variation distances by brute force", evaluate: distances },
      right: {
        name: "broadnessViolation",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) =>
            broadnessViolation(ladder, alpha, beta).events.map(({ distance }) => distance),
          );
        },
      },
      tolerance: probabilityRounding,
    },
  ],
});
