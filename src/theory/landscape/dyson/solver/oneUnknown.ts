/**
 * One unknown: -1/m = z - a + s m is a quadratic. With u = a - z its solution with Im m > 0 is
 *
 *   m = 2 / (u + r),   r^2 = u^2 - 4 s = (u - c)(u + c),   c = 2 s^{1/2},
 *
 * with the r of +-r that makes the denominator large: the product of both solutions is 1/s, and Im m > 0 makes s |m|^2 < 1. At an edge r is 0 and
 * the root double: iterations would find it to the square root of their rounding only.
 */
import { complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonEquation } from "../dysonEquation.js";
import type { Target } from "./continuation.js";
import { reciprocal } from "./diagonalProblem.js";
import type { Found } from "./found.js";
import type { DysonProblem } from "./problem.js";
import { relativeResidual } from "./states.js";

/** The principal square root of x + iy. */
function squareRoot(x: number, y: number): readonly [number, number] {
  const root = Math.sqrt((Math.abs(x) + Math.hypot(x, y)) / 2);
  if (root === 0) return [0, 0];
  const other = y / (2 * root);
  return x >= 0 ? [root, other] : [Math.abs(other), y < 0 ? -root : root];
}

/** Of u = p - i eta. */
function rootBeside(p: number, eta: number, c: number): readonly [number, number] {
  const [[ax, ay], [bx, by]] = [squareRoot(p - c, -eta), squareRoot(p + c, -eta)];
  const [x, y] = [ax * bx - ay * by, ax * by + ay * bx];
  const along = p * x - eta * y;
  // inside the support both denominators are as large: on the axis Im m > 0 decides
  return along < 0 || (along === 0 && y > 0) ? [-x, -y] : [x, y];
}

/** The solution; null at an atom, where there is none. */
export function oneUnknown(
  { selfEnergy, mean }: DysonEquation,
  problem: DysonProblem,
  { energy, eta }: Target,
): Found | null {
  const [a, c] = [mean.re[0], 2 * Math.sqrt(selfEnergy.norm)];
  const p = a - energy;
  const [x, y] = rootBeside(p, eta, c);
  const [G, image] = [complexArray(1), complexArray(1)];
  if (!reciprocal(p + x, -(eta - y), G, 0)) return null;
  G.re[0] *= 2;
  G.im[0] *= 2;
  if (!problem.resolvent(energy, eta, G, image)) return null;
  // of p, of r^2, and so of r, whose own rounding is that of G
  const moved = 2 ** -52 * (Math.abs(energy) + Math.abs(a));
  const [u, r, size] = [Math.hypot(p, eta), Math.hypot(x, y), Math.hypot(G.re[0], G.im[0])];
  const rounding = 2 ** -52 * c * c;
  const off = Math.min(2 * moved * (u / r) + rounding / r, Math.sqrt(2 * u * moved + rounding));
  const densityError = ((size * size * (moved + off)) / 2 + 2 ** -50 * size) / Math.PI;
  const residual = relativeResidual(G, image);
  return { G, eta, residual, iterations: 1, certified: true, atom: 0, densityError };
}
