import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { imageProbability, measurementCollection } from "../../../theory/grouping/probability/measurementCollection.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomEvent } from "../ways/randomSpaces.js";
import { randomReadings } from "./readings.js";

function drawn(n: number, U: number, own: number) {
  const { space, readings, stream } = randomReadings(n, U, own);
  return { space, readings, event: randomEvent(stream, space) };
}

export const resolution = theorem({
  id: "grouping/assumption-3-3",
  kind: "definition",
  title:
    "What an event measures is never less probable than the event: where Assumption 3.3 makes it null, the event itself is null.",
  notation: { mu_W: "mu_W(omega) of an event omega", mu_X: "mu_X(X(omega)), the measure of its readings" },
  parameters: { n: size(1, 8, "Points of the space."), U: size(1, 2, "Places of measurement."), seed },
  assumptions: [],
  claim: compare("LessEqual", symbol("mu_W"), symbol("mu_X")),
  source: paper("Assumption 3.3"),
  uses: ["grouping/definition-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the weights of the event's points",
        evaluate: ({ n, U, seed: own }) => {
          const { space, event } = drawn(n, U, own);
          return event.reduce((sum, point) => sum + space.weights[point]!, 0);
        },
      },
      right: {
        name: "the induced measure of the readings in the event",
        evaluate: ({ n, U, seed: own }) => {
          const { space, readings, event } = drawn(n, U, own);
          return imageProbability(measurementCollection(space, readings), event);
        },
      },
      tolerance: rounding,
    },
  ],
});
