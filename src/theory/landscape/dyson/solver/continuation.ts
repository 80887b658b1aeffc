/** From any start, or none, to the solution at energy + i eta: what every method does when it does not converge at once. */
import {
  type ComplexArray,
  complexArray,
  copyInto,
  copyOf,
} from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { DysonMethod } from "../dysonSolution.js";
import { certificate } from "./certificate.js";
import { Extrapolation } from "./extrapolation.js";
import { andersonIteration, simpleIteration } from "./fixedPoint.js";
import type { Found } from "./found.js";
import { newton } from "./newton.js";
import type { DysonProblem } from "./problem.js";
import { combineInto, largest } from "./states.js";

export interface Target {
  readonly energy: number;
  readonly eta: number;
  readonly method: DysonMethod;
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** eta's last before 0. */
const LEAST_ETA = 1e-13;
const ATOM = 1e-5;
/** Of eta Im <G> as eta halves: an atom's stays, that of a density halves, however high it is. */
const STAYS = 0.9;

export function continueTo(problem: DysonProblem, target: Target, start: ComplexArray | null): Found {
  const G = complexArray(problem.length);
  if (start === null) problem.multipleOfIdentity(0, 1, G);
  else copyInto(start, G);
  if (target.method === "plain" || target.method === "averaged") return byFixedPoint(problem, target, G);
  const run = new Continuation(problem, target);
  if (start !== null || (target.method === "anderson" && target.eta > 0)) {
    const direct = run.attempt(G);
    if (direct !== null) return direct;
  }
  return run.descend();
}

function byFixedPoint(problem: DysonProblem, target: Target, G: ComplexArray): Found {
  const { energy, eta, tolerance, maxIterations, method } = target;
  const rules = { tolerance, maxSteps: maxIterations, share: method === "plain" ? 1 : 0.5 };
  const { residual, iterations } = simpleIteration(problem, energy, eta, G, rules);
  const certified = Number.isFinite(residual) && certificate(problem, G, eta).holds;
  return { G, eta, residual, iterations, certified, atom: 0, densityError: null };
}

class Continuation {
  private readonly problem: DysonProblem;
  private readonly target: Target;
  private iterations = 0;

  constructor(problem: DysonProblem, target: Target) {
    this.problem = problem;
    this.target = target;
  }

  /** Improves G at energy + i eta; returns the residual. */
  private improve(G: ComplexArray, eta: number, hopeless: number, maxSteps: number, enough?: number): number {
    const { problem, target } = this;
    const steps = Math.max(1, Math.min(maxSteps, target.maxIterations - this.iterations));
    const { residual, iterations } =
      target.method === "newton"
        ? newton(problem, target.energy, eta, G, {
            maxSteps: Math.min(steps, 60),
            staysPositive: eta > 0,
            hopeless,
            ...(enough === undefined ? {} : { enough }),
          })
        : andersonIteration(problem, target.energy, eta, G, {
            tolerance: Math.max(target.tolerance, enough ?? 0),
            maxSteps: steps,
          });
    this.iterations += iterations;
    return residual;
  }

  /** The solution at the target from G directly, if that leads to the right one; G stays. */
  attempt(G: ComplexArray, patience = 60): Found | null {
    const { problem, target } = this;
    const trial = copyOf(G);
    const residual = this.improve(trial, target.eta, 1e2, target.method === "newton" ? patience : 20 * patience);
    if (!(residual <= target.tolerance)) return null;
    const proof = certificate(problem, trial, target.eta);
    if (!proof.holds) return null;
    const { iterations } = this;
    const common = { eta: target.eta, residual, iterations, certified: true, atom: 0, densityError: null };
    return { ...common, G: trial, certificate: proof };
  }

  /** eta halved from 4 on, the target tried on the way. */
  descend(): Found {
    const { problem, target } = this;
    const G = complexArray(problem.length);
    const [top, least] = [4, Math.max(target.eta, LEAST_ETA)];
    const square = target.energy ** 2 + top ** 2;
    problem.multipleOfIdentity(-target.energy / square, top / square, G);
    let residual = 1;
    let eta = Math.max(top, least);
    let mass = 0;
    const earlier: ComplexArray[] = [];
    const limit = new Extrapolation(problem);
    for (let stage = 0; ; stage++) {
      earlier.push(copyOf(G));
      residual = this.stage(G, eta, eta <= Math.max(least, 1e-3));
      if (eta <= least || this.iterations >= target.maxIterations) break;
      if (eta <= 1 && stage % 3 === 0) {
        const found = this.attempt(G, 14);
        if (found !== null) return found;
      }
      const before = mass;
      mass = eta * problem.trace(G)[1];
      if (target.eta === 0 && eta < 1e-11 && mass > Math.max(ATOM, STAYS * before)) {
        return { G, eta, residual, iterations: this.iterations, certified: true, atom: mass, densityError: null };
      }
      if (target.eta === 0 && eta < 1e-3) limit.add(G, eta);
      eta = Math.max(least, eta / 2);
    }
    const extrapolated = limit.at(target.energy);
    if (extrapolated !== null) return { ...extrapolated, iterations: this.iterations };
    return this.last(G, eta, residual, earlier.at(-2) ?? G);
  }

  private stage(G: ComplexArray, eta: number, fully: boolean): number {
    const residual = this.improve(G, eta, Number.POSITIVE_INFINITY, 200, fully ? undefined : 1e-9);
    if (residual <= 1e-9) return residual;
    // far from the solution: the averaged step always gets nearer
    const { problem, target } = this;
    const rules = { tolerance: 1e-9, maxSteps: Math.min(500, Math.max(1, target.maxIterations - this.iterations)) };
    const rescue = andersonIteration(problem, target.energy, eta, G, rules);
    this.iterations += rescue.iterations;
    return rescue.residual;
  }

  /**
   * From the smallest eta to the target, where no certificate tells solutions apart: at an edge, or where the equation at eta = 0 has a
   * continuum of solutions. The last step must go on like those before it: G(0) - G(eta) is about G(eta) - G(4 eta) or less.
   */
  private last(G: ComplexArray, eta: number, residual: number, earlier: ComplexArray): Found {
    const { problem, target } = this;
    const before = {
      G,
      eta,
      residual,
      iterations: this.iterations,
      certified: problem.isPositive(G, 0),
      atom: 0,
      densityError: null,
    };
    if (eta <= target.eta) return before;
    const trial = copyOf(G);
    const reached = this.improve(trial, target.eta, 1e2, 200);
    const [step, past] = [complexArray(problem.length), complexArray(problem.length)];
    combineInto(trial, -1, G, step);
    combineInto(G, -1, earlier, past);
    const near = largest(step) <= 4 * largest(past) + 1e-15 * largest(G);
    const iterations = this.iterations;
    if (!(reached <= target.tolerance) || !near) return { ...before, iterations };
    return { G: trial, eta: target.eta, residual: reached, iterations, certified: true, atom: 0, densityError: null };
  }
}
