/**
 * The batch-normalised network h_{l+1} = W phi(gamma BN(h_l) + beta) at its symmetric fixed point BSB1: covariance
 * q on the diagonal, q c off it (Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz, "A mean field theory of batch
 * normalization", ICLR 2019). The squared gradient norm grows by backward.G a layer, the explosion rate.
 */
import { domainError } from "../../numeric/domain.js";
import { type Estimate, exactly } from "../../numeric/estimate.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { collapsedState } from "./collapse.js";
import { constantState, isFlat } from "./constantState.js";
import { depthScaleOf } from "./depthScale.js";
import { type BatchNormOptions, makeProblem, type Problem } from "./problem.js";
import type { Approximation, Extent, Quantity, Route, RouteName, Solution } from "./route.js";
import { independentRoute, type Method, selectRoute } from "./select.js";
import { type Stability, stabilityOf } from "./stability.js";
import { trusted, unresolvedState } from "./unresolved.js";

export interface SolveOptions {
  /** Default "auto": chosen by the activation's facts and the batch size. */
  readonly method?: Method | undefined;
  /** Largest error to aim at, relative to max(1, |value|) (for q and mu: to q). Default 1e-10. */
  readonly tolerance?: number | undefined;
}

export interface Eigenvalues {
  readonly G: Estimate;
  /** dim B-1; null for B = 2, where the space is empty. */
  readonly L: Estimate | null;
  /** dim B(B-3)/2; null for B <= 3, and for backward eigenvalues where phi jumps. */
  readonly M: Estimate | null;
}

export interface Confirmation {
  readonly method: RouteName;
  readonly rate: Estimate;
  /** |difference of the two rates|. */
  readonly disagreement: number;
  /** Whether the disagreement is within the sum of both errors. */
  readonly agrees: boolean;
}

/** Everything Theoria knows about one network; each group is computed when first asked for, and kept. */
export interface BatchNorm {
  readonly activation: Activation;
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
  /** The route that computes the numbers. */
  readonly method: RouteName;
  readonly fixedPoint: { readonly q: Estimate; readonly c: Estimate; readonly mu: Estimate };
  readonly forward: Eigenvalues;
  readonly backward: Eigenvalues;
  /** Growth of E|gradient|^2 a layer: backward.G. Infinity where it diverges. */
  readonly rate: Estimate;
  /** 1/ln(rate), layers; negative when gradients shrink, Infinity where the rate is 1 within its error. */
  readonly depthScale: Estimate;
  /** The paper's 16/ln(rate), layers. */
  readonly trainableDepth: number;
  readonly stability: Stability;
  /** Two independent batches through the same network. */
  readonly crossBatch: { readonly c: Estimate; readonly eigenvalue: Estimate };
  /** What a reader should know besides the numbers, in sentences. */
  readonly notes: readonly string[];
  /** The rate by a second route that shares nothing with the first; null when no other applies. */
  confirm(): Confirmation | null;
}

const DEFAULT_TOLERANCE = 1e-10;

function estimate(name: Quantity, solution: Solution, method: RouteName, tolerance: number): Estimate | null {
  const found: Approximation | undefined = solution.quantities[name];
  if (found === undefined) return null;
  // a gap that rounding swallowed leaves 0/0: nothing is known, and that is what the error says
  const value = Number.isNaN(found.value) ? 0 : found.value;
  const error = Number.isNaN(found.error) || Number.isNaN(found.value) ? Infinity : found.error;
  const inUnitsOfQ = name === "q" || name === "mu" || name === "crossC";
  const scale = inUnitsOfQ ? (solution.quantities.q?.value ?? 1) : Math.max(1, Math.abs(value));
  const converged = error < Infinity && error <= tolerance * scale;
  return { value, error, method, evals: solution.evals, converged };
}

function solveProblem(problem: Problem, route: Route, extent: Extent, tolerance: number): Solution {
  if (problem.psi.facts.constant.value) return constantState(problem);
  const solution = route.solve(problem, extent, tolerance);
  if (solution.collapsed && problem.epsilon > 0)
    return collapsedState(problem, solution.evals) ?? unresolvedState(solution.evals);
  const flat = solution.collapsed || solution.quantities.mu?.value === 0;
  // mu may underflow where eigenvalues do not
  const known = Number.isFinite(solution.quantities.backwardG?.value);
  if (flat && !known) return isFlat(problem) ? constantState(problem) : unresolvedState(solution.evals);
  return trusted(problem, solution);
}

const isDead = ({ value, error }: Estimate): boolean => value === 0 && error === 0;

function notesFor(problem: Problem, solution: Solution, stability: Stability, rate: Estimate): string[] {
  const { batch, psi, epsilon, activation } = problem;
  const notes: string[] = [];
  if (psi.facts.constant.value || (solution.quantities.mu?.value === 0 && epsilon === 0 && isDead(rate))) {
    const where = psi.facts.constant.value ? "" : " to double precision wherever normalised values reach";
    notes.push(
      `${activation.text} is constant${where}: every sample gives the same output, gradients are exactly zero, and without epsilon batch norm then divides 0 by 0.`,
    );
  } else if (batch === 2) {
    notes.push(
      "A batch of 2 is normalised to (+1, -1) whatever the input: the gradient through batch norm is exactly zero.",
    );
  } else if (batch === 3) {
    notes.push(
      "For a batch of 3 the fixed point exists, but the expected squared gradient diverges: E 1/|y|^2 is infinite in 2 dimensions.",
    );
  } else if (rate.value === Infinity) {
    notes.push(
      "The expected squared gradient diverges: E phi'(z)^2 is infinite, since phi jumps or has an infinite slope of exponent <= 1/2.",
    );
  }
  if (stability.verdict === "unstable") {
    notes.push(
      "BSB1 is unstable here: networks leave it, and the rate is the one at that fixed point, not where they go.",
    );
  } else if (stability.verdict === "collapsed" && epsilon > 0 && !psi.facts.constant.value) {
    notes.push(
      "Epsilon swallows the signal: the samples of a batch become alike (mu = 0), and the rate is the one in that collapsed state.",
    );
  } else if (stability.verdict === "marginal") {
    const limit = batch === Infinity && psi.facts.homogeneity.value?.degree === 1;
    const why = limit ? " For degree 1 it rises to 1 as the batch grows and stays below it at every finite size." : "";
    const found = stability.forwardMax.error < Infinity ? "is 1 within its error" : "is not known";
    notes.push(
      `The largest forward eigenvalue ${found}: linear stability does not decide whether networks stay at BSB1.${why}`,
    );
  }
  return notes;
}

/**
 * The network that `options` describe. Throws a TheoryError for parameters outside their domain, for activation text that
 * is not an activation, and for a forced method that does not apply. Errors of the estimates cover the truth on every
 * reference case; accuracies by route are in docs/accuracy.md.
 */
export function batchNorm(options: BatchNormOptions, solve: SolveOptions = {}): BatchNorm {
  const problem = makeProblem(options);
  const tolerance = solve.tolerance ?? DEFAULT_TOLERANCE;
  if (!(tolerance > 0 && tolerance < 1)) {
    throw domainError(
      "tolerance",
      tolerance,
      "a number between 0 and 1",
      "1e-10 is the default; routes reach about 1e-14.",
    );
  }
  const route = selectRoute(problem, solve.method ?? "auto");
  return new LazyBatchNorm(problem, route, tolerance);
}

class LazyBatchNorm implements BatchNorm {
  readonly activation: Activation;
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
  readonly #problem: Problem;
  readonly #route: Route;
  readonly #tolerance: number;
  #rate: Solution | null = null;
  #confirmation: Confirmation | null | undefined;
  #spectrum: Solution | null = null;

  constructor(problem: Problem, route: Route, tolerance: number) {
    ({
      activation: this.activation,
      batch: this.batch,
      epsilon: this.epsilon,
      gamma: this.gamma,
      beta: this.beta,
      weightVariance: this.weightVariance,
    } = problem);
    this.#problem = problem;
    this.#route = route;
    this.#tolerance = tolerance;
  }

  #solution(extent: Extent): Solution {
    if (extent === "spectrum") {
      // a route that leaves nothing out of a "rate" has answered already
      if (this.#rate?.quantities.backwardL !== undefined) this.#spectrum = this.#rate;
      this.#spectrum ??= solveProblem(this.#problem, this.#route, "spectrum", this.#tolerance);
      return this.#spectrum;
    }
    this.#rate ??= this.#spectrum ?? solveProblem(this.#problem, this.#route, "rate", this.#tolerance);
    return this.#rate;
  }

  #get(name: Quantity, extent: Extent = "rate"): Estimate {
    const found = this.#maybe(name, extent);
    if (found === null) throw new Error(`route ${this.#route.name} gives no ${name}`);
    return found;
  }

  #maybe(name: Quantity, extent: Extent = "rate"): Estimate | null {
    return estimate(name, this.#solution(extent), this.#route.name, this.#tolerance);
  }

  get method(): RouteName {
    return this.#route.name;
  }

  get fixedPoint() {
    return { q: this.#get("q"), c: this.#get("c"), mu: this.#get("mu") };
  }

  get forward(): Eigenvalues {
    const small = this.batch <= 3;
    return {
      G: this.#get("forwardG"),
      L: this.batch === 2 ? null : this.#maybe("forwardL"),
      M: small ? null : this.#maybe("forwardM"),
    };
  }

  get backward(): Eigenvalues {
    const jumps =
      this.#problem.psi.facts.breakpoints.some(({ valueJump }) => valueJump !== 0) &&
      this.#route.name !== "closed-form";
    return {
      G: this.#divergent() ?? this.#get("backwardG", "spectrum"),
      L: this.batch === 2 ? null : (this.#divergent() ?? this.#maybe("backwardL", "spectrum")),
      M: this.batch <= 3 || jumps ? null : this.#maybe("backwardM", "spectrum"),
    };
  }

  /** E psi'^2 is infinite at a jump or a singular slope, whatever finite sum a route saw. */
  #divergent(): Estimate | null {
    const { psi, batch } = this.#problem;
    const reach = Math.sqrt(batch - 1); // no normalised value is larger
    const bad = psi.facts.breakpoints.some(({ at, exponent }) => exponent <= 0.5 && Math.abs(at) < reach);
    return bad && batch >= 3 ? exactly(Infinity, this.#route.name) : null;
  }

  get rate(): Estimate {
    return this.#divergent() ?? this.#get("backwardG");
  }

  get depthScale(): Estimate {
    return depthScaleOf(this.rate);
  }

  get trainableDepth(): number {
    return 16 * this.depthScale.value;
  }

  get stability(): Stability {
    const { G, L, M } = this.forward;
    const mu = this.fixedPoint.mu;
    // without epsilon mu may underflow where gradients do not: 1e-200 x
    const collapsed = this.#problem.epsilon > 0 || isDead(this.rate);
    return stabilityOf([G, L, M], mu.value === 0 && mu.error === 0 && collapsed);
  }

  get crossBatch() {
    return { c: this.#get("crossC"), eigenvalue: this.#get("crossEigenvalue") };
  }

  get notes(): readonly string[] {
    return notesFor(this.#problem, this.#solution("rate"), this.stability, this.rate);
  }

  confirm(): Confirmation | null {
    if (this.#confirmation === undefined) this.#confirmation = this.#secondOpinion();
    return this.#confirmation;
  }

  #secondOpinion(): Confirmation | null {
    const route = independentRoute(this.#problem, this.#route.name);
    if (route === null) return null;
    const second = new LazyBatchNorm(this.#problem, route, this.#tolerance).rate;
    const disagreement = second.value === this.rate.value ? 0 : Math.abs(second.value - this.rate.value);
    return { method: route.name, rate: second, disagreement, agrees: disagreement <= second.error + this.rate.error };
  }
}
