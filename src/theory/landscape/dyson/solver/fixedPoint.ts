/**
 * Iterations of F(G) = -(z - A + S[G])^{-1} alone, for any size.
 *   plain     G <- F(G)
 *   averaged  G <- (G + F(G)) / 2
 *   anderson  the averaged step, corrected by the last six: D. G. Anderson, J. ACM 12 (1965) 547-560; a correction that leaves Im G > 0 is
 *             refused, and the averaged step, which keeps it, is taken. Ours: that rule, and starting afresh where the residual has grown.
 */
import {
  type ComplexArray,
  complexArray,
  copyInto,
  copyOf,
} from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { Iterated } from "./newton.js";
import type { DysonProblem } from "./problem.js";
import { combineInto, isFiniteState, relativeResidual } from "./states.js";

const MEMORY = 6;

export interface FixedPointRules {
  readonly tolerance: number;
  readonly maxSteps: number;
}

export function simpleIteration(
  problem: DysonProblem,
  x: number,
  y: number,
  G: ComplexArray,
  { tolerance, maxSteps, share }: FixedPointRules & { readonly share: number },
): Iterated {
  const image = complexArray(problem.length);
  let residual = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (iterations < maxSteps) {
    iterations++;
    if (!problem.resolvent(x, y, G, image)) return { residual: Number.POSITIVE_INFINITY, iterations };
    residual = relativeResidual(G, image);
    if (!(residual > tolerance)) break;
    for (let k = 0; k < problem.length; k++) {
      G.re[k] += share * (image.re[k] - G.re[k]);
      G.im[k] += share * (image.im[k] - G.im[k]);
    }
  }
  return { residual, iterations };
}

interface Memory {
  /** Differences of states, and of half residuals, newest last. */
  readonly states: ComplexArray[];
  readonly residuals: ComplexArray[];
}

export function andersonIteration(
  problem: DysonProblem,
  x: number,
  y: number,
  G: ComplexArray,
  { tolerance, maxSteps }: FixedPointRules,
): Iterated {
  const { length } = problem;
  const [image, half, before, halfBefore, trial, best] = Array.from({ length: 6 }, () => complexArray(length)) as [
    ComplexArray,
    ComplexArray,
    ComplexArray,
    ComplexArray,
    ComplexArray,
    ComplexArray,
  ];
  const memory: Memory = { states: [], residuals: [] };
  // at eta = 0 rounding may push Im G below 0 by this
  const shift = y > 0 ? 0 : 1e-12;
  let least = Number.POSITIVE_INFINITY;
  let idle = 0;
  let iterations = 0;
  while (iterations < maxSteps) {
    iterations++;
    if (!problem.resolvent(x, y, G, image)) break;
    const residual = relativeResidual(G, image);
    if (!Number.isFinite(residual)) break;
    idle = residual < 0.9 * least ? 0 : idle + 1;
    if (residual < least) {
      least = residual;
      copyInto(G, best);
    }
    if (residual <= tolerance || (idle > 20 && least < 1e-11)) break;
    for (let k = 0; k < length; k++) {
      half.re[k] = (image.re[k] - G.re[k]) / 2;
      half.im[k] = (image.im[k] - G.im[k]) / 2;
    }
    if (residual > 1e3 * least) forget(memory);
    else if (iterations > 1) remember(memory, G, before, half, halfBefore);
    copyInto(G, before);
    copyInto(half, halfBefore);
    combineInto(G, 1, half, trial);
    correct(memory, half, trial);
    if (!isFiniteState(trial) || !problem.isPositive(trial, shift)) combineInto(before, 1, half, trial);
    copyInto(trial, G);
  }
  if (least < Number.POSITIVE_INFINITY) copyInto(best, G);
  return { residual: least, iterations };
}

function forget({ states, residuals }: Memory): void {
  states.length = 0;
  residuals.length = 0;
}

function remember(
  { states, residuals }: Memory,
  G: ComplexArray,
  before: ComplexArray,
  half: ComplexArray,
  halfBefore: ComplexArray,
) {
  const difference = (a: ComplexArray, b: ComplexArray) => {
    const out = complexArray(a.re.length);
    combineInto(a, -1, b, out);
    return out;
  };
  const [state, residual] = [difference(G, before), difference(half, halfBefore)];
  if (states.length === MEMORY) {
    states.shift();
    residuals.shift();
  }
  states.push(state);
  residuals.push(residual);
}

/** trial -= sum c_k (state_k + residual_k), real c least squares of |half - sum c_k residual_k|: by Gram-Schmidt, newest first. */
function correct({ states, residuals }: Memory, half: ComplexArray, trial: ComplexArray): void {
  const count = states.length;
  if (count === 0) return;
  const order = Array.from({ length: count }, (_, k) => count - 1 - k);
  const basis: ComplexArray[] = [];
  const kept: number[] = [];
  const triangle: number[][] = [];
  for (const k of order) {
    const v = copyOf(residuals[k]!);
    const size = Math.sqrt(product(v, v));
    const column = basis.map((q) => {
      const c = product(q, v);
      combineInto(v, -c, q, v);
      return c;
    });
    const rest = Math.sqrt(product(v, v));
    // a direction that the newer ones nearly hold adds noise only
    if (!(rest > 1e-10 * size) || rest === 0) continue;
    for (let i = 0; i < v.re.length; i++) {
      v.re[i] /= rest;
      v.im[i] /= rest;
    }
    basis.push(v);
    kept.push(k);
    triangle.push([...column, rest]);
  }
  const c = basis.map((q) => product(q, half));
  for (let i = c.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < c.length; j++) c[i]! -= triangle[j]![i]! * c[j]!;
    c[i]! /= triangle[i]![i]!;
  }
  kept.forEach((k, i) => {
    combineInto(trial, -c[i]!, states[k]!, trial);
    combineInto(trial, -c[i]!, residuals[k]!, trial);
  });
}

function product(a: ComplexArray, b: ComplexArray): number {
  let sum = 0;
  for (let k = 0; k < a.re.length; k++) sum += a.re[k] * b.re[k] + a.im[k] * b.im[k];
  return sum;
}
