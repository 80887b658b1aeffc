import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Cumulant } from "./cumulantFromMoments.js";
import type { CumulantSums } from "./cumulantSums.js";
import type { MatrixLaw } from "./matrixLaw.js";

/**
 * An upper bound of the infimum of Eqn (11b), inf (|kappa_dd|_dd + |kappa_dc|_dc + |kappa_cd|_cd + |kappa_cc|_cc): all of kappa in one part,
 *
 *   |kappa|_dd = N^-1 (sum_(b2,a3) (sum_(a2,b3) sum_a1 |kappa(a1, a2 b2, a3 b3)|)^2)^(1/2).
 *
 * A cumulant does not change when its arguments change places: all four norms of kappa are then the same number. Ours: that.
 */
export function thirdAveragedBound({ size, entryAt, multiplicity }: MatrixLaw, { pairs }: CumulantSums): Cumulant {
  const count = multiplicity.length;
  const norm = (table: Float64Array): number => {
    let squares = 0;
    for (let b2 = 0; b2 < size; b2++) {
      for (let a3 = 0; a3 < size; a3++) {
        let inner = 0;
        for (let a2 = 0; a2 < size; a2++) {
          for (let b3 = 0; b3 < size; b3++) {
            inner += table[entryAt[a2 * size + b2]! * count + entryAt[a3 * size + b3]!]!;
          }
        }
        squares += inner * inner;
      }
    }
    return Math.sqrt(squares) / size;
  };
  const value = norm(pairs.values);
  return { value, error: norm(pairs.errors) + size ** 2 * UNIT_ROUNDOFF * value };
}
