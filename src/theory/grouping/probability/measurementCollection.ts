/**
 * Measurement collections: a random function X on a finite space, omega -> (u -> X(omega)(u)), u in a finite set U; 0 indicates that nothing has been measured.
 * The induced space has the functions that occur as points. Source: Definition 1, Assumptions 3.3 to 3.5.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { anyMatrix, assertShapes, madeBy, type Shape } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { isEvent } from "./partition.js";
import { type ProbabilitySpace, spaceOf } from "./probabilitySpace.js";
import { lawOf, type RandomElement, randomElement } from "./randomElement.js";
import { counts, spaceShape } from "./shapes.js";

export interface MeasurementCollection {
  /** The functions that occur, each by its values on U. */
  readonly functions: readonly (readonly number[])[];
  /** X, with the functions as states. */
  readonly element: RandomElement;
  /** The induced space (Omega_X, E_X, mu_X). */
  readonly induced: ProbabilitySpace;
}

const collectionShape: Shape = madeBy("measurementCollection", "functions", "induced");

/**
 * X by its readings: `readings[omega][u]`. Points of one atom have equal readings.
 * @throws TheoryError "domain" for ragged readings, and readings that tell points of one atom apart.
 */
export function measurementCollection(
  space: ProbabilitySpace,
  readings: readonly (readonly number[])[],
): MeasurementCollection {
  assertShapes({ space: spaceShape, readings: anyMatrix }, { space, readings });
  assertMatrix("readings", readings, { rows: space.size });
  const places = new Map<string, number>();
  const functions: (readonly number[])[] = [];
  const values = readings.map((reading) => {
    const key = reading.map((value) => value + 0).join();
    const place = places.get(key) ?? functions.length;
    if (place === functions.length) {
      places.set(key, place);
      functions.push(Object.freeze([...reading]));
    }
    return place;
  });
  const element = randomElement(space, values, { states: functions.length });
  const induced = spaceOf([...lawOf(element)], element.codomain);
  return Object.freeze({ functions: Object.freeze(functions), element, induced });
}

function readingsOf({ element, functions }: MeasurementCollection, event: readonly number[]) {
  if (!isEvent(element.space.events, event)) {
    throw domainError("event", `{${event.slice(0, 8)}}`, "an event of the space", "Take all points of its atoms.");
  }
  const states = [...new Set(event.map((point) => element.values[point]!))];
  return { states, readings: states.map((state) => functions[state]!) };
}

/**
 * supp X(event): the places u where some point of the event has a reading that is not 0, ascending. An event that contains another one has at least its
 * support (Assumption 3.5); the complement of an event, which it composes as well, need not.
 * @throws TheoryError "domain" for a set of points that is no event.
 */
export function supportOf(collection: MeasurementCollection, event: readonly number[]): readonly number[] {
  assertShapes({ collection: collectionShape, event: counts }, { collection, event });
  const { readings } = readingsOf(collection, event);
  const places = (collection.functions[0] ?? []).map((_, u) => u);
  return Object.freeze(places.filter((u) => readings.some((reading) => reading[u] !== 0)));
}

/**
 * mu_X(X(event)): the probability of the functions that occur in the event. It is never less than that of the event: where it is zero (Assumption 3.3), the event
 * has probability zero too.
 * @throws TheoryError "domain" for a set of points that is no event.
 */
export function imageProbability(collection: MeasurementCollection, event: readonly number[]): number {
  assertShapes({ collection: collectionShape, event: counts }, { collection, event });
  const { states } = readingsOf(collection, event);
  return compensatedSum(states.map((state) => collection.induced.weights[state]!));
}
