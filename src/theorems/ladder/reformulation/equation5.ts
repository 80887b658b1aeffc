import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { marginalBackward } from "../../../theory/ladder/marginal/marginalBackward.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { atomRecursion } from "../ways/atomRecursion.js";
import { contentText, meanWhere } from "../ways/bruteForce.js";
import { gradientRounding, networkAt, networkOn } from "./settings.js";

export const equation5 = theorem({
  id: "ladder/equation-5",
  kind: "formula",
  title: "Marginalised gradients back-propagate by themselves: a node's is its gate times the sum of its readers'.",
  notation: {
    g_k: "E[g_k(x) | x_k], g_k(x) by Eqn 4 on every input",
    h_k: "f'_k(x_k) sum_j w_jk g_j(x_k)",
  },
  parameters: networkOn("deterministic", "lossless", "faithful", "stochastic"),
  assumptions: [],
  claim: equation(symbol("g_k"), symbol("h_k")),
  source: paper("Eqns 4 and 5"),
  uses: ["ladder/equation-1", "ladder/equation-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "averages of the recursion on single atoms",
        evaluate: (point) => {
          const { ladder, network, targets } = networkAt(point, { of: "atom" });
          const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
          return network.nodes.flatMap(({ id, region }) => {
            const own = regionOf(ladder, region);
            return own.contents.map((content) => {
              const shown = (atom: number) => contentText(own, atom) === content.join(",");
              return meanWhere(ladder, (atom) => atoms[atom]!.gradient(id).value, shown);
            });
          });
        },
      },
      right: {
        name: "the recursion in marginalised gradients",
        evaluate: (point) => {
          const { network, targets } = networkAt(point, { of: "atom" });
          const { gradients } = marginalBackward(network, forwardPass(network), targets);
          return network.nodes.flatMap(({ id }) => gradients.get(id)!);
        },
      },
      tolerance: gradientRounding,
    },
  ],
});
