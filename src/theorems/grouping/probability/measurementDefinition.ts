import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { measurementCollection } from "../../../theory/grouping/probability/measurementCollection.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { range } from "../ways/randomSpaces.js";
import { randomReadings } from "./readings.js";

export const measurementDefinition = theorem({
  id: "grouping/definition-1",
  kind: "definition",
  title:
    "A measurement collection is a random function; the law of its reading at each place is that of the space it induces.",
  notation: {
    mu_X: "probabilities of the reading v at the place u under the induced measure on functions",
    mu_W: "those under the physical measure",
  },
  parameters: { n: size(1, 8, "Points of the space."), U: size(1, 3, "Places of measurement."), seed },
  assumptions: [],
  claim: equation(symbol("mu_X"), symbol("mu_W")),
  source: paper("Definition 1"),
  uses: ["grouping/assumption-3-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "functions of the induced space with that reading",
        evaluate: ({ n, U, seed: own }) => {
          const { space, readings, values } = randomReadings(n, U, own);
          const { functions, induced } = measurementCollection(space, readings);
          return range(U).flatMap((u) =>
            values.map((v) => functions.reduce((sum, f, k) => (f[u] === v ? sum + induced.weights[k]! : sum), 0)),
          );
        },
      },
      right: {
        name: "points with that reading",
        evaluate: ({ n, U, seed: own }) => {
          const { space, readings, values } = randomReadings(n, U, own);
          return range(U).flatMap((u) =>
            values.map((v) => readings.reduce((sum, r, k) => (r[u] === v ? sum + space.weights[k]! : sum), 0)),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
