import { type ComplexArray, complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonProblem } from "./problem.js";
import { stabilityNorm, stabilityOperator } from "./stabilityOperator.js";

/**
 * What the trace of G may be off by where G is a diagonal, by the errors of its entries relative to themselves: with D = G x the equation for x has
 * the matrix 1 - G S G, whose inverse stays bounded near atoms, where entries of G are as 1/eta and as eta and that of 1 - C_G S is as 1/eta^2.
 * Infinity where errors are too large for first order, or G is no diagonal.
 */
export function relativeError(problem: DysonProblem, energy: number, eta: number, G: ComplexArray): number {
  const { length, relative } = problem;
  if (relative === undefined) return Number.POSITIVE_INFINITY;
  const solve = stabilityOperator(problem, G);
  const turned = complexArray(length);
  const stability = stabilityNorm(problem, (x) => {
    for (let i = 0; i < length; i++) {
      turned.re[i] = G.re[i] * x.re[i] - G.im[i] * x.im[i];
      turned.im[i] = G.re[i] * x.im[i] + G.im[i] * x.re[i];
    }
    if (!solve(turned)) return false;
    for (let i = 0; i < length; i++) {
      const square = G.re[i] ** 2 + G.im[i] ** 2;
      x.re[i] = (turned.re[i] * G.re[i] + turned.im[i] * G.im[i]) / square;
      x.im[i] = (turned.im[i] * G.re[i] - turned.re[i] * G.im[i]) / square;
    }
    return true;
  });
  const { residual, size } = relative(energy, eta, G);
  const defect = Math.sqrt(length) * residual;
  // Newton-Kantorovich: the matrix of second order is G S G again, of norm 1 or less
  if (!(16 * stability ** 2 * defect < 1)) return Number.POSITIVE_INFINITY;
  return 2 * stability * defect * size;
}
