import type { Operator } from "./operator.js";
import { orbitOf } from "./orbit.js";

/**
 * The B^2 x B^2 matrix of the operator, row-major: entry [kl|ij] in row k B + l, column i B + j. It acts on row-major
 * vec(Sigma); antisymmetric matrices are sent to zero. Throws a RangeError for a batch that is no positive whole number.
 */
export function toDense(operator: Operator<number>, batch: number): Float64Array {
  if (!(Number.isInteger(batch) && batch >= 1)) throw new RangeError(`a batch of ${batch} samples`);
  const dense = new Float64Array(batch ** 4);
  let at = 0;
  for (let k = 0; k < batch; k++) {
    for (let l = 0; l < batch; l++) {
      for (let i = 0; i < batch; i++) {
        for (let j = 0; j < batch; j++) dense[at++] = operator[orbitOf(k, l, i, j)];
      }
    }
  }
  return dense;
}
