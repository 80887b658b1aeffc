/**
 * Gegenbauer coefficients a_k = E psi(z) p_k(z) of an activation at batch size B, p_k orthonormal with positive leading
 * coefficient for one coordinate of the sphere S^{B-2} (Hermite for B = infinity), psi = sum a_k p_k; and the factors
 * c_k = 1 - C_k(-1/(B-1))/C_k(1) of Theorem 9, q (1-c) = sum_k a_k^2 c_k.
 */
import { domainError } from "../../numeric/domain.js";
import { type Estimate, UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import { sphereLineRule } from "../../numeric/quadrature/sphereLine.js";
import { gegenbauerCoefficients, gegenbauerSimplexGap } from "../../numeric/special/gegenbauer.js";
import { type BatchNormOptions, makeProblem, type Problem } from "./problem.js";
import { MAX_REACH, reachOf } from "./reach.js";

export const MAX_TERMS = 512;
const MAX_POINTS = 8192;

export interface GegenbauerExpansion {
  readonly activation: string;
  readonly batch: number;
  /** a_0, a_1, ... */
  readonly coefficients: readonly Estimate[];
  /** c_0 = 0, c_1 = B/(B-1), ... */
  readonly gaps: readonly number[];
}

interface Sums {
  readonly a: Float64Array;
  readonly size: Float64Array;
  readonly evals: number;
}

function project(problem: Problem, points: number, terms: number): Sums {
  const { psi, batch } = problem;
  const n = batch - 1;
  const parity = psi.facts.parity.value;
  const { nodes, weights } = sphereLineRule({
    inverseDimension: 1 / n,
    // p_k oscillates out to |z| = 2 sqrt(k) before its Gaussian weight takes over
    reach: Math.min(MAX_REACH, reachOf(problem) + 2 * Math.sqrt(terms)),
    cuts: psi.facts.breakpoints,
    symmetric: parity !== "none",
    points,
  });
  const b = gegenbauerCoefficients(n, terms);
  const a = new Float64Array(terms);
  const size = new Float64Array(terms);
  for (let i = 0; i < nodes.length; i++) {
    const z = nodes[i];
    const value = psi.value(z);
    let previous = 0;
    let current = weights[i] * value;
    for (let k = 0; k < terms; k++) {
      a[k] += current;
      size[k] += Math.abs(current);
      const next = (z * current - (k > 0 ? b[k - 1] : 0) * previous) / b[k];
      previous = current;
      current = next;
    }
  }
  if (parity !== "none") for (let k = parity === "even" ? 1 : 0; k < terms; k += 2) a[k] = size[k] = 0;
  return { a, size, evals: nodes.length };
}

/** A coefficient whose sum overflowed is not known at all, and says so. */
function estimate(value: number, error: number, evals: number, accepted: number): Estimate {
  if (!Number.isFinite(value) || Number.isNaN(error))
    return { value: 0, error: Infinity, method: "gegenbauer", evals, converged: false };
  return { value, error, method: "gegenbauer", evals, converged: error <= accepted };
}

/**
 * The first `terms` coefficients, with errors (absolute; small coefficients have no relative digits). B >= 3 or Infinity.
 * @throws TheoryError "domain".
 */
export function gegenbauerExpansion(options: BatchNormOptions, terms: number, tolerance = 1e-10): GegenbauerExpansion {
  const problem = makeProblem(options);
  if (!(Number.isInteger(terms) && terms >= 1 && terms <= MAX_TERMS))
    throw domainError("terms", terms, `an integer from 1 to ${MAX_TERMS}`, "8 is plenty to look at.");
  if (problem.batch < 3)
    throw domainError("batch", problem.batch, "at least 3, or Infinity", "The sphere of a batch of 2 is two points.");
  let evals = 0;
  let before: Sums | null = null;
  for (let points = Math.max(64, 2 ** Math.ceil(Math.log2(2 * terms))); ; points *= 2) {
    const now = project(problem, points, terms);
    evals += now.evals;
    if (before !== null) {
      const previous = before;
      const norm = Math.hypot(...now.a);
      const errors = now.a.map((a, k) => Math.abs(a - previous.a[k]) + 8 * UNIT_ROUNDOFF * now.size[k]);
      if (points >= MAX_POINTS || errors.every((error) => error <= 1e-3 * tolerance * norm)) {
        const coefficients = Array.from(now.a, (a, k) => estimate(a, errors[k], evals, tolerance * norm));
        const gaps = Array.from(gegenbauerSimplexGap(problem.batch - 1, terms - 1));
        return { activation: problem.activation.text, batch: problem.batch, coefficients, gaps };
      }
    }
    before = now;
  }
}
