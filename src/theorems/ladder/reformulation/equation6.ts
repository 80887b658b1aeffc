import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { marginalBackward } from "../../../theory/ladder/marginal/marginalBackward.js";
import { eventGradient } from "../../../theory/ladder/marginal/marginalGradient.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { atomRecursion } from "../ways/atomRecursion.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { gradientRounding, networkAt, networkOn } from "./settings.js";

export const equation6 = theorem({
  id: "ladder/equation-6",
  kind: "definition",
  title:
    "The gradient of an event is the mean of the gradient given the event; where labels are functions of contents, it is the mean of the marginalised gradient.",
  notation: { g_1: "sum over x_j of P(x_j | z_alpha) g_j(x_j)", g_2: "E[g_j(x) | z_alpha]" },
  parameters: networkOn("deterministic", "lossless", "faithful"),
  assumptions: [],
  claim: equation(symbol("g_1"), symbol("g_2")),
  source: paper("Eqn 6"),
  uses: ["ladder/equation-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "P(x_j | z_alpha) applied to marginalised gradients",
        evaluate: (point) => {
          const { ladder, network, targets } = networkAt(point, { of: "atom" });
          const { gradients } = marginalBackward(network, forwardPass(network), targets);
          return network.nodes.flatMap(({ id, region }) =>
            eventGradient(ladder, gradients.get(id)!, regionOf(ladder, region)),
          );
        },
      },
      right: {
        name: "averages of the recursion on single atoms",
        evaluate: (point) => {
          const { ladder, network, targets } = networkAt(point, { of: "atom" });
          const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
          return network.nodes.flatMap(({ id, region }) => {
            const own = regionOf(ladder, region);
            return own.events.map((event) =>
              meanWhere(
                ladder,
                (atom) => atoms[atom]!.gradient(id).value,
                (atom) => label(own, atom) === event,
              ),
            );
          });
        },
      },
      tolerance: gradientRounding,
    },
  ],
});
