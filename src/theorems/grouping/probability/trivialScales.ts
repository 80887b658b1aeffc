import { minus, term, times } from "../../../symbolic/build.js";
import { equation } from "../../../symbolic/proposition.js";
import { generatedPartition } from "../../../theory/grouping/probability/partition.js";
import { probabilityOf, probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { below, positiveLaw, randomEvent, randomSubset, range, streamOf } from "../ways/randomSpaces.js";

/** A space whose finer scale has null events only, and an event that they compose. */
function drawn(n: number, m: number, own: number) {
  const stream = streamOf(own, 2);
  const charged = 1 + below(stream, n);
  const law = positiveLaw(stream, charged);
  const weights = range(n).map((point) => law[point] ?? 0);
  const nulls = range(m).map(() => randomSubset(stream, n).filter((point) => weights[point] === 0));
  const space = probabilitySpace(weights, { events: generatedPartition(n, nulls) });
  return { space, event: randomEvent(stream, space) };
}

export const trivialScales = theorem({
  id: "grouping/assumption-3-3-trivial",
  kind: "remark",
  title: "Where all events of a finer scale are null, every event that they compose has probability 0 or 1.",
  notation: { p: "the probability of an event of sigma(Omega_s), Omega_s null events" },
  parameters: { n: size(1, 9, "Points of the space."), m: size(0, 4, "Null events of the finer scale."), seed },
  assumptions: [],
  claim: equation(times("p", minus(1, "p")), term(0)),
  source: paper("Assumptions 3.2 and 3.3 together"),
  uses: ["grouping/assumption-3-2", "grouping/assumption-3-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "p (1 - p) of a random composed event",
        evaluate: ({ n, m, seed: own }) => {
          const { space, event } = drawn(n, m, own);
          const p = probabilityOf(space, event);
          return p * (1 - p);
        },
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: rounding,
    },
  ],
});
