/**
 * G at eta = 0 from G at eta > 0, as G(eta) - i eta dG/dz: for energies where the equation at eta = 0 is singular but its solution goes on
 * smoothly, such as 0 in a chiral ensemble of square blocks. The error is that of the trace, by its last two changes as eta halves.
 */
import { type ComplexArray, complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { Found } from "./found.js";
import type { DysonProblem } from "./problem.js";
import { stabilityOperator } from "./stabilityOperator.js";
import { relativeResidual } from "./states.js";

/** Larger errors are no limits. */
const ACCEPTED = 1e-9;

export class Extrapolation {
  private readonly problem: DysonProblem;
  private readonly traces: (readonly [number, number])[] = [];
  private best: { readonly G: ComplexArray; readonly error: number } | null = null;

  constructor(problem: DysonProblem) {
    this.problem = problem;
  }

  /** The solution at a smaller eta than before. */
  add(G: ComplexArray, eta: number): void {
    const { problem, traces } = this;
    const derivative = complexArray(problem.length);
    problem.square(G, derivative);
    if (!stabilityOperator(problem, G)(derivative)) return;
    const ahead = complexArray(problem.length);
    for (let k = 0; k < problem.length; k++) {
      ahead.re[k] = G.re[k] + eta * derivative.im[k];
      ahead.im[k] = G.im[k] - eta * derivative.re[k];
    }
    traces.push(problem.trace(ahead));
    const [before, middle, now] = traces.slice(-3);
    if (before === undefined || middle === undefined || now === undefined) return;
    const changes = [
      Math.hypot(now[0] - middle[0], now[1] - middle[1]),
      Math.hypot(middle[0] - before[0], middle[1] - before[1]),
    ];
    const error = (2 * Math.max(...changes) + 2 ** -52 * Math.hypot(...now)) / Math.PI;
    if (error < (this.best?.error ?? ACCEPTED)) this.best = { G: ahead, error };
  }

  /** The best of them; null where none is accurate. */
  at(energy: number): Omit<Found, "iterations"> | null {
    if (this.best === null) return null;
    const { G, error } = this.best;
    const image = complexArray(this.problem.length);
    if (!this.problem.resolvent(energy, 0, G, image)) return null;
    return { G, eta: 0, residual: relativeResidual(G, image), certified: true, atom: 0, densityError: error };
  }
}
