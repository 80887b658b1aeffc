import { assertInteger } from "../../../../numeric/domain.js";
import { assertShapes, finite, fromZero, modest, optionsOf } from "../../../../numeric/shape.js";
import type { SelfEnergy } from "../selfEnergy.js";
import { scalarSelfEnergy } from "./scalarSelfEnergy.js";

export interface WignerOptions {
  /** Of entries off the diagonal, before the division by N; default 1. */
  readonly offDiagonal?: number;
  /** Of those on it; default 2: the GOE. */
  readonly diagonal?: number;
}

/**
 * literalSelfEnergy for N x N entries of two variances, on the multiples of I, where its solutions lie when A is one: variance <R> I with
 *
 *   variance = ((N - 1) offDiagonal + diagonal) / N,
 *
 * for the GOE 1 + 1/N instead of the limit's 1. No matrix of N rows is needed.
 *
 * Source: eq. (10) of the S-System paper. Domain: N from 1 to 1e15.
 * @throws TheoryError "domain".
 */
export function wignerSelfEnergy(N: number, options: WignerOptions = {}): SelfEnergy {
  assertShapes({ N: finite, options: optionsOf({ offDiagonal: fromZero, diagonal: fromZero }) }, { N, options });
  assertInteger("N", N, 1, 1e15);
  const { offDiagonal = 1, diagonal = 2 } = options;
  modest("offDiagonal", offDiagonal);
  modest("diagonal", diagonal);
  return scalarSelfEnergy(((N - 1) * offDiagonal + diagonal) / N);
}
