import { power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { generatedPartition } from "../../../theory/grouping/probability/partition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, seed, size } from "../ways/parameters.js";
import { bits, randomSubset, range, streamOf } from "../ways/randomSpaces.js";

const drawn = (n: number, m: number, own: number) => {
  const stream = streamOf(own, 0);
  return range(m).map(() => randomSubset(stream, n));
};

/** The sets that complements and unions make of these ones, until there are no new ones. */
function closure(n: number, events: readonly (readonly number[])[]): ReadonlySet<number> {
  const all = (1 << n) - 1;
  const found = new Set([0, ...events.map(bits)]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const a of [...found]) {
      found.add(all & ~a);
      for (const b of [...found]) found.add(a | b);
    }
  }
  return found;
}

export const generatedAlgebra = theorem({
  id: "grouping/generated-sigma-algebra",
  kind: "formula",
  title: "The sigma-algebra that events generate has as atoms the points with equal memberships, and 2^atoms events.",
  notation: { a: "classes of points that are in the same of the events", E: "events of the generated sigma-algebra" },
  parameters: { n: size(1, 5, "Points of the space."), m: size(0, 4, "Events that generate."), seed },
  assumptions: [],
  claim: equation(power(2, "a"), symbol("E")),
  source: paper("Assumption 3.2: sigma(Omega_s)"),
  uses: ["grouping/assumption-3-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "points with equal memberships",
        evaluate: ({ n, m, seed: own }) => 2 ** generatedPartition(n, drawn(n, m, own)).blocks.length,
      },
      right: {
        name: "complements and unions until nothing is new",
        evaluate: ({ n, m, seed: own }) => closure(n, drawn(n, m, own)).size,
      },
      tolerance: counted,
    },
  ],
});
