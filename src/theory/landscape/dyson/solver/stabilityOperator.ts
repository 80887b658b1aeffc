import { complexGmresInPlace } from "../../../../numeric/linearAlgebra/complexGmres.js";
import {
  type ComplexArray,
  complexArray,
  copyOf,
  euclidean,
  factorInPlace,
  solveInPlace,
} from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonProblem } from "./problem.js";
import { isFiniteState } from "./states.js";

/** Solves (1 - C_G S) x = b in place of b; false where that fails. */
export type StabilitySolver = (b: ComplexArray) => boolean;

/** 1 - C_G S at one G, C_G[X] = G X G, or (G X F + F X G) / 2 of two: factored once where it is small, else by GMRES;
 * rank one by Sherman and Morrison's formula. */
export function stabilityOperator(problem: DysonProblem, G: ComplexArray, F = G): StabilitySolver {
  const { unknowns, systems, solveRankOne } = problem;
  if (solveRankOne !== undefined) return byRankOne(solveRankOne, G, F);
  if (systems === "products") return byProducts(problem, G, F);
  const matrix = complexArray(unknowns * unknowns);
  const pivots = new Int32Array(unknowns);
  problem.stabilityMatrix(G, F, matrix);
  if (!factorInPlace(matrix, unknowns, pivots)) return () => false;
  const x = complexArray(unknowns);
  return (b) => {
    problem.toUnknowns(b, x);
    solveInPlace(matrix, pivots, unknowns, x);
    problem.fromUnknowns(x, b);
    return isFiniteState(b);
  };
}

function byRankOne(
  solve: NonNullable<DysonProblem["solveRankOne"]>,
  G: ComplexArray,
  F: ComplexArray,
): StabilitySolver {
  const point = copyOf(G);
  const other = F === G ? point : copyOf(F);
  return (b) => solve(point, other, b) && isFiniteState(b);
}

function byProducts(problem: DysonProblem, G: ComplexArray, F: ComplexArray): StabilitySolver {
  const point = copyOf(G);
  const other = F === G ? point : copyOf(F);
  const apply = (v: ComplexArray, out: ComplexArray) => {
    problem.transfer(point, other, v, out);
    for (let k = 0; k < v.re.length; k++) {
      out.re[k] = v.re[k] - out.re[k];
      out.im[k] = v.im[k] - out.im[k];
    }
  };
  return (b) => complexGmresInPlace(apply, b, { tolerance: 1e-10, maxSteps: 120 }) <= 1e-2 && isFiniteState(b);
}

/** An estimate of ||(1 - C_G S)^{-1}||, from below: the growth under four solves from a vector of no symmetry. Infinity where it is singular. */
export function stabilityNorm({ length }: DysonProblem, solve: StabilitySolver): number {
  const v = complexArray(length);
  for (let k = 0; k < length; k++) v.re[k] = Math.cos(1 + 1.7 * k);
  let growth = 1;
  for (let step = 0; step < 4; step++) {
    const size = euclidean(v);
    if (size === 0) return growth;
    for (let k = 0; k < length; k++) {
      v.re[k] /= size;
      v.im[k] /= size;
    }
    if (!solve(v)) return Number.POSITIVE_INFINITY;
    growth = Math.max(growth, euclidean(v));
  }
  return growth;
}
