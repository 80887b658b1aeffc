import { domainError } from "../../../numeric/domain.js";
import { having, madeBy, type Shape } from "../../../numeric/shape.js";

/** Spaces and tables have so many points at most. */
export const MOST_POINTS = 2 ** 20;

export const partitionShape: Shape = madeBy("partition", "blocks", "blockOf");
export const spaceShape: Shape = madeBy("probabilitySpace", "weights", "events");
export const elementShape: Shape = madeBy("randomElement", "space", "values");
export const kernelShape: Shape = madeBy("markovKernel", "rows", "from");
export const jointShape: Shape = madeBy("jointLaw", "sizes", "weights");
export const extensionShape: Shape = madeBy("extension", "base", "projection");

const counting = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

/** A number of states or points, or a place in a list from 0. */
export const count: Shape = having("a whole number from 0 up", counting);

/** Whole numbers from 0 up. */
export const counts: Shape = having("a list of whole numbers from 0 up", (value) => {
  return Array.isArray(value) && value.every(counting);
});

/** Throws TheoryError for a space of more than 2^20 points. */
export function assertModestSize(parameter: string, points: number): void {
  if (points <= MOST_POINTS) return;
  throw domainError(parameter, `${points} points`, `at most ${MOST_POINTS} points`, "Use fewer states.");
}
