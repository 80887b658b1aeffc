/** Plain sums of theorems: none of the compensated ones of the theory. */
import type { RandomElement } from "../../../theory/grouping/probability/randomElement.js";

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** P(T = state): the weights of the points with that value. */
export const chanceOf = ({ space, values }: Pick<RandomElement, "space" | "values">, state: number): number =>
  sumOf(space.weights.filter((_, point) => values[point] === state));
