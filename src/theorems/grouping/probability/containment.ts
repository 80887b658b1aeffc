import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { measurementCollection, supportOf } from "../../../theory/grouping/probability/measurementCollection.js";
import { generatedPartition, isEvent } from "../../../theory/grouping/probability/partition.js";
import { probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, seed, size } from "../ways/parameters.js";
import { randomEvent, range } from "../ways/randomSpaces.js";
import { randomReadings } from "./readings.js";

function drawn(n: number, U: number, own: number) {
  const { space, readings, stream } = randomReadings(n, U, own);
  return { space, readings, event: randomEvent(stream, space) };
}

/** Two points that are seen at different places: the second is the complement of the first, which generates it. */
const apart = measurementCollection(probabilitySpace([0.5, 0.5]), [
  [1, 0],
  [0, 1],
]);

export const containment = theorem({
  id: "grouping/assumption-3-5",
  kind: "definition",
  title:
    "The support of an event is the union of those of its points, so that a union of events has at least their supports; a complement need not.",
  notation: {
    s_u: "1 where the event is seen at the place u, else 0",
    "s_u'": "1 where one of its points is, else 0",
    k: "places where a lower event is seen and the one that it composes is not",
  },
  parameters: { n: size(1, 6, "Points of the space."), U: size(1, 4, "Places of measurement."), seed },
  assumptions: [],
  claim: equation(symbol("s_u"), symbol("s_u'")),
  source: paper("Assumption 3.5"),
  uses: ["grouping/definition-1", "grouping/assumption-3-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the support of the event",
        evaluate: ({ n, U, seed: own }) => {
          const { space, readings, event } = drawn(n, U, own);
          const support = supportOf(measurementCollection(space, readings), event);
          return range(U).map((u) => Number(support.includes(u)));
        },
      },
      right: {
        name: "readings of its points, one by one",
        evaluate: ({ n, U, seed: own }) => {
          const { readings, event } = drawn(n, U, own);
          return range(U).map((u) =>
            event.reduce((seen, point) => Math.max(seen, Number(readings[point]![u] !== 0)), 0),
          );
        },
      },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("k"), term(0)),
    says: "An event of sigma({omega}) is called composed by omega. The complement of omega is such an event, and nothing of the support of omega needs to be in its own.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { n: 2, U: 2, seed: 0 },
      left: {
        name: "places where {0} is seen and the event {1} of sigma({0}) is not",
        evaluate: () => {
          if (!isEvent(generatedPartition(2, [[0]]), [1])) return 0;
          const upper = supportOf(apart, [1]);
          return supportOf(apart, [0]).filter((u) => !upper.includes(u)).length;
        },
      },
      right: { name: "none", evaluate: () => 0 },
      tolerance: counted,
    },
  },
});
