import type { Term } from "../build.js";
import type { Expression } from "../expression.js";
import { linearisationCoefficient } from "./gegenbauerRules.js";
import { tidy } from "./linearForm.js";

/**
 * C_j C_k = sum of coefficient * C_degree at the same lambda, degrees j+k, j+k-2, ..., |j-k|  (DLMF 18.18.22). lambda > -1/2,
 * not 0. Throws a RangeError unless j and k are whole numbers from 0 to 100.
 */
export function linearise(
  j: number,
  k: number,
  lambda: Term = "lambda",
): readonly { readonly coefficient: Expression; readonly degree: number }[] {
  for (const degree of [j, k]) {
    if (!Number.isInteger(degree) || degree < 0 || degree > 100)
      throw new RangeError(`${degree} is no degree up to 100`);
  }
  return Array.from({ length: Math.min(j, k) + 1 }, (_, i) => ({
    coefficient: tidy(linearisationCoefficient(j, k, i, lambda)),
    degree: j + k - 2 * i,
  }));
}
