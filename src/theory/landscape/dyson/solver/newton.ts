/**
 * Newton's method for G = F(G) = -(z - A + S[G])^{-1}. Two solutions differ by F(G) - F(M) = F(G) S[G - M] F(M), so that
 * D - (F S[D] G + G S[D] F) / 2 = F - G is a step that takes the growth of G as eta falls well. Near an atom some entries of G are as 1/eta,
 * others as eta, and their products stay: there G takes the step by factors. Ours: that form, these factors, and the stopping rule.
 */
import { type ComplexArray, complexArray, copyInto } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonProblem } from "./problem.js";
import { stabilityOperator } from "./stabilityOperator.js";
import { combineInto, isFiniteState, relativeResidual } from "./states.js";

export interface Iterated {
  readonly residual: number;
  /** Evaluations of the resolvent. */
  readonly iterations: number;
}

export interface NewtonRules {
  readonly maxSteps: number;
  /** Steps that would leave Im G > 0 are halved; for eta > 0. */
  readonly staysPositive: boolean;
  /** The residual that suffices; default: until it falls no more. */
  readonly enough?: number;
  /** Give up when the residual is above this after three steps. */
  readonly hopeless?: number;
}

/** Residuals of rounding: no further step can be told from noise. */
const FLOOR = 8 * 2 ** -53;

/** Improves G in place, from where it is, until the residual falls no more. */
export function newton(problem: DysonProblem, x: number, y: number, G: ComplexArray, rules: NewtonRules): Iterated {
  const [image, step, best, trial] = [0, 1, 2, 3].map(() => complexArray(problem.length)) as ComplexArray[] as [
    ComplexArray,
    ComplexArray,
    ComplexArray,
    ComplexArray,
  ];
  let iterations = 0;
  let least = Number.POSITIVE_INFINITY;
  let idle = 0;
  for (; iterations < rules.maxSteps; ) {
    iterations++;
    if (!problem.resolvent(x, y, G, image)) break;
    const residual = relativeResidual(G, image);
    if (!Number.isFinite(residual)) break;
    if (residual < least) {
      idle = residual < 0.9 * least ? 0 : idle + 1;
      least = residual;
      copyInto(G, best);
    } else idle++;
    if (residual <= (rules.enough ?? FLOOR) || (least < 1e-13 && idle >= 2) || idle >= 6) break;
    if (iterations > 3 && residual > (rules.hopeless ?? Number.POSITIVE_INFINITY)) break;
    combineInto(image, -1, G, step);
    if (!stabilityOperator(problem, G, image)(step)) break;
    advance(problem, [x, y], G, step, trial, rules.staysPositive);
    if (!isFiniteState(G)) break;
  }
  if (least < Number.POSITIVE_INFINITY) copyInto(best, G);
  return { residual: least, iterations };
}

/**
 * G += the step, or the largest part of it, by halves, that keeps Im G > 0 and makes the defect smaller. Near a cusp the square of a good
 * step exceeds the defect, but not after one evaluation of F more, near an atom not by factors: that is tried too.
 */
function advance(
  problem: DysonProblem,
  [x, y]: readonly [number, number],
  G: ComplexArray,
  step: ComplexArray,
  trial: ComplexArray,
  careful: boolean,
): void {
  let part = 1;
  combineInto(G, part, step, trial);
  const before = problem.defect(x, y, G);
  if (before <= 1e-15) {
    copyInto(trial, G);
    return;
  }
  const scaled = complexArray(problem.length);
  for (let halving = 0; halving < 12; halving++) {
    if (!careful || problem.isPositive(trial, 0)) {
      const least = (1 - 0.1 * part) * before;
      const plain = problem.defect(x, y, trial);
      if (plain < least) break;
      if (careful && multiply(problem, G, step, part, scaled) && problem.defect(x, y, scaled) < least) {
        copyInto(scaled, G);
        return;
      }
      const smoothed = complexArray(problem.length);
      const after = problem.resolvent(x, y, trial, smoothed)
        ? problem.defect(x, y, smoothed)
        : Number.POSITIVE_INFINITY;
      if (after < least || (!careful && after < plain)) {
        copyInto(smoothed, G);
        return;
      }
      if (!careful) break;
    }
    part /= 2;
    combineInto(G, part, step, trial);
  }
  copyInto(trial, G);
}

/** out = G, moved by factors; false where that does not keep Im G > 0. */
function multiply(
  problem: DysonProblem,
  G: ComplexArray,
  step: ComplexArray,
  part: number,
  out: ComplexArray,
): boolean {
  const share = complexArray(problem.length);
  combineInto(share, part, step, share);
  return problem.multiplied(G, share, out) && isFiniteState(out) && problem.isPositive(out, 0);
}
