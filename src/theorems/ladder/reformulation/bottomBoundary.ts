import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type Ladder, leafRegions } from "../../../theory/ladder/ladder.js";
import { matrixForm } from "../../../theory/ladder/matrix/matrixForm.js";
import { matrixFormOf } from "../../../theory/ladder/matrix/matrixFormOf.js";
import { locallyConnectedNetwork, type NetworkNode } from "../../../theory/ladder/network/network.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { label } from "../ways/bruteForce.js";
import { ladderAt, ladderOf, probabilityRounding } from "./settings.js";

/** One node for each event of each leaf: 1 on the contents with that label, else 0. */
function indicators(ladder: Ladder): readonly NetworkNode[] {
  return leafRegions(ladder).flatMap((leaf) =>
    leaf.events.map((event, place): NetworkNode => {
      const raw = leaf.contents.map((_, content) => (label(leaf, leaf.content.indexOf(content)) === event ? 1 : 0));
      return { kind: "input", id: `${leaf.id}#${place}`, region: leaf.id, raw, gate: "relu" };
    }),
  );
}

export const bottomBoundary = theorem({
  id: "ladder/bottom-boundary",
  kind: "definition",
  title:
    "At the bottom a node for each event, 1 where the event occurs, has the activations f_k(z_beta) = 1 for k = z_beta, else 0: F_beta = I.",
  notation: { F_beta: "E[f_k | z_beta] of the indicator nodes of a leaf", I: "the identity of size m_beta" },
  parameters: ladderOf("deterministic", "lossless", "faithful"),
  assumptions: [],
  claim: equation(symbol("F_beta"), symbol("I")),
  source: paper("Section 3.2, boundary conditions"),
  uses: ["ladder/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "F of the matrix form",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          const { groups, links } = matrixFormOf(locallyConnectedNetwork(ladder, indicators(ladder)));
          return matrixForm(groups, links).groups.flatMap(({ activation }) => activation.flat());
        },
      },
      right: {
        name: "identities",
        evaluate: (point) =>
          leafRegions(ladderAt(point)).flatMap(({ events }) =>
            events.flatMap((_, a) => events.map((_other, b) => (a === b ? 1 : 0))),
          ),
      },
      tolerance: probabilityRounding,
    },
  ],
});
