import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { lawOfNamed } from "../../../theory/grouping/system/eventRepresentation.js";
import { sSystem } from "../../../theory/grouping/system/sSystem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { reachable } from "../ways/orderByPaths.js";
import { rounding } from "../ways/parameters.js";
import { type Generators, nameOf, orderOf, type Pairs, randomGenerators } from "../ways/randomOrders.js";
import { range } from "../ways/randomSpaces.js";
import { allNames, lawByEnumeration, randomParts } from "../ways/randomSystems.js";
import { states, systems } from "./settings.js";

/** The elements at and below s, with new places in the same order, and the generators among them. */
function downSet(generators: Generators, s: number) {
  const members = range(generators.n).filter((x) => x === s || reachable(generators, x).has(s));
  const pairs: Pairs = generators.pairs
    .filter(([low, high]) => members.includes(low) && members.includes(high))
    .map(([low, high]) => [members.indexOf(low), members.indexOf(high)]);
  return { members, own: { n: members.length, pairs } };
}

export const systemMarginals = theorem({
  id: "grouping/algorithm-1-marginals",
  kind: "proposition",
  title:
    "The fibre product keeps the law of every event representation: each is what the elements at and below it have alone.",
  notation: {
    P_s: "the law of M_s's random elements in the whole system",
    "P_s'": "the law of the system at and below s alone",
  },
  parameters: systems,
  assumptions: [],
  claim: equation(symbol("P_s"), symbol("P_s'")),
  source: paper("Algorithm 1, corrected"),
  uses: ["grouping/definition-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "marginals of the whole",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          const order = orderOf(generators);
          const { whole } = sSystem(order, randomParts(seed, generators, states));
          return range(n).flatMap((s) => {
            const { members } = downSet(generators, s);
            const names = allNames(order).filter((name) =>
              members.some((x) => name === nameOf(x) || name.startsWith(`${nameOf(x)}.`)),
            );
            return lawOfNamed(whole, names).weights;
          });
        },
      },
      right: {
        name: "the states at and below each element, factor by factor",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          const parts = randomParts(seed, generators, states);
          return range(n).flatMap((s) => {
            const { members, own } = downSet(generators, s);
            const renamed = <T>(map: ReadonlyMap<string, T>) =>
              new Map(
                members.flatMap((x, place) => {
                  const value = map.get(nameOf(x));
                  return value === undefined ? [] : [[nameOf(place), value] as const];
                }),
              );
            return lawByEnumeration(own, { sources: renamed(parts.sources), kernels: renamed(parts.kernels) });
          });
        },
      },
      tolerance: rounding,
    },
  ],
});
