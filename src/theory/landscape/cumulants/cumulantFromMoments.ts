/**
 * A joint cumulant from the moments of its arguments' subsets, over the partitions p of the arguments:
 *
 *   kappa(x_1, .., x_k) = sum_p (-1)^(|p| - 1) (|p| - 1)! prod_(b in p) E prod_(i in b) x_i.
 *
 * Source: P. McCullagh, Tensor Methods in Statistics (1987), section 2.3. Ours: the rounding bound.
 */
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { setPartitions } from "./setPartitions.js";

/** A number and an absolute bound of its rounding error. */
export interface Cumulant {
  readonly value: number;
  readonly error: number;
}

/** A partition as its Moebius coefficient and its blocks, which are sets of bits. */
export interface MoebiusTerm {
  readonly coefficient: number;
  readonly blocks: readonly number[];
}

/** The terms of a cumulant of that order. */
export function moebiusTerms(order: number): readonly MoebiusTerm[] {
  return setPartitions(order).map((partition) => {
    let coefficient = 1;
    for (let k = 1; k < partition.length; k++) coefficient *= -k;
    return { coefficient, blocks: partition.map((block) => block.reduce((bits, i) => bits | (1 << i), 0)) };
  });
}

/**
 * `moments[bits]` is the moment of the arguments in that set, `magnitudes[bits]` that of their magnitudes; each moment has a relative error of
 * at most `roundings` units of roundoff of its magnitude.
 */
export function cumulantFromMoments(
  terms: readonly MoebiusTerm[],
  moments: ArrayLike<number>,
  magnitudes: ArrayLike<number>,
  roundings: number,
): Cumulant {
  const products = new Float64Array(terms.length);
  let size = 0;
  for (const [k, { coefficient, blocks }] of terms.entries()) {
    let product = coefficient;
    let magnitude = Math.abs(coefficient);
    for (const bits of blocks) {
      product *= moments[bits]!;
      magnitude *= magnitudes[bits]!;
    }
    products[k] = product;
    size += (blocks.length * (roundings + 2) + 2) * magnitude;
  }
  return { value: compensatedSum(products), error: UNIT_ROUNDOFF * size };
}
