import { domainError } from "../../../numeric/domain.js";
import type { Standardised } from "./standardise.js";

/** Squares of this number of entries are built. */
const MOST = 2000;

/** I - 1 p^T - (1 - passed) u (p o u)^T, row after row: what batch norm's Jacobian is but for the factor c1/s. */
export function jacobianShape({ direction, passed }: Standardised, probabilities: readonly number[]): number[][] {
  const size = direction.length;
  if (size > MOST) {
    throw domainError(
      "f.length",
      size,
      `at most ${MOST}: the matrix is square`,
      "Use batchNormBackward: it needs none.",
    );
  }
  return direction.map((own, i) =>
    direction.map((other, j) => Number(i === j) - probabilities[j]! * (1 + (1 - passed) * own * other)),
  );
}

/**
 * The product of that matrix with a vector, with no matrix and stable where hardly anything is left: the projection is applied twice, since
 * the first leaves rounding of the size of what it removes.
 */
export function applyShape(
  { direction, passed }: Standardised,
  probabilities: readonly number[],
  centred: readonly number[],
): number[] {
  const along = project(centred, direction, probabilities);
  const again = project(along.rest, direction, probabilities);
  const kept = passed * (along.part + again.part);
  return again.rest.map((value, i) => value + kept * direction[i]!);
}

function project(g: readonly number[], direction: readonly number[], probabilities: readonly number[]) {
  let [part, constant] = [0, 0];
  for (let i = 0; i < g.length; i++) {
    part += probabilities[i]! * direction[i]! * g[i]!;
    constant += probabilities[i]! * g[i]!;
  }
  return { part, rest: g.map((value, i) => value - constant - part * direction[i]!) };
}

/** factor times the matrix. */
export const scaledRows = (rows: readonly (readonly number[])[], factor: number): number[][] =>
  rows.map((row) => row.map((value) => factor * value));
