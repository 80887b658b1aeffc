import { times } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditionalTable, priorsOf } from "../../../theory/ladder/groupBy.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { ladderAt, ladderOf, overFamilies, probabilityRounding } from "./settings.js";

export const table2 = theorem({
  id: "ladder/table-2",
  kind: "definition",
  title:
    "The tables of events between two regions determine each other: Lambda_beta (P^b)^T = P^T Lambda_alpha, Bayes' rule.",
  notation: {
    l_a: "P(z_alpha = a)",
    l_b: "P(z_beta = b)",
    P_ab: "P(z_beta = b | z_alpha = a)",
    P_ba: "P(z_alpha = a | z_beta = b)",
  },
  parameters: ladderOf("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(times("l_b", "P_ba"), times("l_a", "P_ab")),
  source: paper("Table 2"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P(z_beta) P(z_alpha | z_beta) by brute force",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) =>
            alpha.events.flatMap((a) =>
              beta.events.map((b) => {
                const under = (atom: number) => label(beta, atom) === b;
                const mass = meanWhere(
                  ladder,
                  (atom) => (under(atom) ? 1 : 0),
                  () => true,
                );
                return mass * meanWhere(ladder, (atom) => (label(alpha, atom) === a ? 1 : 0), under);
              }),
            ),
          );
        },
      },
      right: {
        name: "Lambda_alpha P_ab of the group-bys",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) => {
            const priors = priorsOf(ladder, alpha);
            return conditionalTable(ladder, alpha, beta).flatMap((row, a) => row.map((entry) => priors[a]! * entry));
          });
        },
      },
      tolerance: probabilityRounding,
    },
  ],
});
