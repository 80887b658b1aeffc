import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { broadnessViolation, focusViolation } from "../../../theory/ladder/reformulation/knowledge.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { contentText, distanceBetween, label, labelPairs } from "../ways/bruteForce.js";
import { ladderAt, lossyLadderOf, notAllZero, overFamilies, probabilityRounding } from "./settings.js";

export const knowledgeGap = theorem({
  id: "ladder/knowledge-gap",
  kind: "proposition",
  title:
    "On any ladder two labels that occur together know almost the same of the child's content, up to what focus and broadness fail by.",
  notation: {
    d: "TV(P(x_beta | z_alpha), P(x_beta | z_beta)) for labels that occur together",
    F: "TV(P(x_beta | z_alpha, z_beta), P(x_beta | z_beta))",
    B: "TV(P(x_alpha | z_alpha, z_beta), P(x_alpha | z_alpha))",
  },
  parameters: lossyLadderOf("deterministic", "stochastic"),
  assumptions: [],
  claim: compare("LessEqual", symbol("d"), plus("F", "B")),
  source: paper("Theorem 2, focus and broadness of knowledge"),
  uses: ["ladder/knowledge-is-shared"],
  proof: { kind: "open", reason: "The triangle inequality; x_beta is a part of x_alpha. Not written as steps." },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "total-variation distances by brute force",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return notAllZero(
            "distances",
            overFamilies(ladder, (alpha, beta) =>
              labelPairs(ladder, alpha, beta).map(([a, b]) =>
                distanceBetween(
                  ladder,
                  (atom) => contentText(beta, atom),
                  (atom) => label(alpha, atom) === a,
                  (atom) => label(beta, atom) === b,
                ),
              ),
            ),
          );
        },
      },
      right: {
        name: "focusViolation + broadnessViolation",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) => {
            const broadness = broadnessViolation(ladder, alpha, beta).events;
            return focusViolation(ladder, alpha, beta).events.map(
              ({ distance }, pair) => distance + broadness[pair]!.distance,
            );
          });
        },
      },
      tolerance: probabilityRounding,
    },
  ],
});
