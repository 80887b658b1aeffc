import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditionalTable } from "../../../theory/ladder/groupBy.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { reformulation } from "../../../theory/ladder/reformulation/reformulation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { atomRecursion } from "../ways/atomRecursion.js";
import { contentText } from "../ways/bruteForce.js";
import {
  ladderAt,
  type NetworkPoint,
  networkAt,
  networkOn,
  overFamilies,
  probabilityRounding,
  rounding,
} from "./settings.js";

/** f_j(x_j) and E[g_j | x_j] of the first atom that shows each content: z = x, so that nothing needs a mean but g. */
function atContents(point: NetworkPoint): readonly number[] {
  const { ladder, network, targets } = networkAt(point);
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, targets, atom));
  return network.nodes.flatMap(({ id, region }) => {
    const own = regionOf(ladder, region);
    const showing = own.contents.map((content) =>
      ladder.weights.flatMap((_, atom) => (contentText(own, atom) === content.join(",") ? [atom] : [])),
    );
    return [
      ...showing.map(([first]) => atoms[first!]!.activity(id).value),
      ...showing.map((list) => {
        const mass = list.reduce((sum, atom) => sum + ladder.weights[atom]!, 0);
        return list.reduce((sum, atom) => sum + (ladder.weights[atom]! / mass) * atoms[atom]!.gradient(id).value, 0);
      }),
    ];
  });
}

/** All residuals of the three conditions. */
function residuals(point: NetworkPoint): readonly number[] {
  const { network, targets } = networkAt(point);
  const { families, nodes } = reformulation(network, targets);
  return [
    ...families.flatMap(({ focus, broadness }) => [focus.largest, broadness.largest]),
    ...nodes.flatMap(({ exact }) => [...exact.rawGateCovariance, ...exact.backward.rawGateCovariance]),
  ];
}

export const theorem3 = theorem({
  id: "ladder/theorem-3",
  kind: "theorem",
  title:
    "Where every label tells the whole content of its region, all conditions of Theorem 2 hold, Eqn 8 is exact and every P(z_beta | z_alpha) is 0 or 1.",
  notation: { f_1: "f_j and E[g_j | x_j] at every content", f_2: "f_j(z_alpha) and g_j(z_alpha) by Eqn 8, z = x" },
  parameters: networkOn("lossless"),
  assumptions: [],
  claim: equation(symbol("f_1"), symbol("f_2")),
  source: paper("Theorem 3"),
  uses: ["ladder/theorem-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the recursion on single atoms", evaluate: atContents },
      right: {
        name: "Eqn 8, iterated",
        evaluate: (point) => {
          const { network, targets } = networkAt(point);
          const { nodes } = reformulation(network, targets, { steps: "iterated" });
          return nodes.flatMap(({ activation, gradient }) => [...activation, ...gradient]);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: { name: "residuals of focus, broadness and decorrelation", evaluate: residuals },
      right: { name: "zero", evaluate: (point) => residuals(point).map(() => 0) },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of covariances of numbers of order 10" },
    },
    {
      kind: "routes",
      left: {
        name: "P(z_beta | z_alpha)",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) => conditionalTable(ladder, alpha, beta).flat());
        },
      },
      right: {
        name: "1 where the content of alpha shows that of beta, else 0",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return overFamilies(ladder, (alpha, beta) =>
            alpha.contents.flatMap((content) => {
              const shown = beta.pixels.map((pixel) => content[alpha.pixels.indexOf(pixel)]).join(",");
              return beta.contents.map((own) => (own.join(",") === shown ? 1 : 0));
            }),
          );
        },
      },
      tolerance: probabilityRounding,
    },
  ],
});
