import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { someOf } from "../../ways/someOf.js";
import { paper } from "../paper.js";
import { atomRecursion } from "../ways/atomRecursion.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { conditionedAt, type NetworkPoint, networkOn, probabilityRounding, rounding } from "./settings.js";

/** E[f | z] and then E[g | z] of every node, by averages over single atoms. */
function averaged(point: NetworkPoint): readonly number[] {
  const { ladder, network, targets } = conditionedAt(point);
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
  return network.nodes.flatMap(({ id, region }) => {
    const own = regionOf(ladder, region);
    const given = (event: number) => (atom: number) => label(own, atom) === event;
    return [
      ...own.events.map((event) => meanWhere(ladder, (atom) => atoms[atom]!.activity(id).value, given(event))),
      ...own.events.map((event) => meanWhere(ladder, (atom) => atoms[atom]!.gradient(id).value, given(event))),
    ];
  });
}

/** Residuals of focus and broadness of the families whose two regions both have several labels: with one label nothing can fail. */
function residuals(point: NetworkPoint): readonly number[] {
  const { ladder, network, targets } = conditionedAt(point);
  const { families } = reformulation(network, targets);
  const has = (id: string) => regionOf(ladder, id).events.length > 1;
  return someOf(
    "families with several labels",
    families
      .filter(({ alpha, beta }) => has(alpha) && has(beta))
      .flatMap(({ focus, broadness }) => [focus.largest, broadness.largest]),
  );
}

export const theorem2 = theorem({
  id: "ladder/theorem-2",
  kind: "theorem",
  title:
    "Where focus, broadness and decorrelation hold, and contents fix labels, activations and gradients of events propagate by Eqn 8.",
  notation: {
    f_1: "E[f_j | z_alpha], and E[g_k | z_beta], of every node",
    f_2: "f'_j(z_alpha) sum_k w_jk E[f_k(z_beta) | z_alpha], and f'_k(z_beta) sum_j w_jk E[g_j(z_alpha) | z_beta], iterated from the bottom and from the top",
  },
  parameters: networkOn("faithful", "lossless"),
  assumptions: [],
  claim: equation(symbol("f_1"), symbol("f_2")),
  source: paper("Theorem 2, Eqn 8"),
  uses: ["ladder/equation-1", "ladder/equation-6"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "averages of the recursion on single atoms", evaluate: averaged },
      right: {
        name: "Eqn 8, iterated",
        evaluate: (point) => {
          const { network, targets } = conditionedAt(point);
          const { nodes } = reformulation(network, targets, { steps: "iterated" });
          return nodes.flatMap(({ activation, gradient }) => [...activation, ...gradient]);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "residuals of focus and broadness, on which the ladders of this check were made to have none",
        evaluate: residuals,
      },
      right: {
        name: "zero",
        evaluate: (point) => residuals(point).map(() => 0),
      },
      tolerance: probabilityRounding,
    },
  ],
});
