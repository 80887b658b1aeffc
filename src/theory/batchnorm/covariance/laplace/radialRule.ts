/**
 * Gauss rules for the integral over the norm of a batch,
 *
 *   int_0^inf s^(e-1) e^(-kappa s) det(I + 2 s S)^(-1/2) g(s) ds = sum_i w_i g(s_i),
 *
 * for g that are homogeneous of degree a in entries of C(s) = S (I + 2 s S)^-1. Ours: polynomials in v = log(1 + 2 s L), L the largest
 * eigenvalue of S, and the weight times (tr C)^a, by the Stieltjes procedure from the weight's own trapezoid sum (radialMeasure.ts).
 * Every entry of C is singular only on the cut s < -1/(2 L), which is Im v = +-pi, and so is tr C; the correlation's +-1 may lie at
 * |Im v| = pi/2, not nearer. A flat spectrum has its weight in a short piece of v, L / tr S long or so: 6 nodes for 512 samples with a
 * Wishart covariance, 10 for 128. One that a few directions dominate has it in log(L / rest), which takes 20 to 60. The condition number
 * does not matter.
 *
 * The number of nodes is the smallest that integrates functions as steep and as singular as g may be: with f = 1/(1 + 2 s lambda) for the
 * smallest positive, the largest and the second largest eigenvalue l, L and M,
 *
 *   (f_l/tr C)^a times 1, f_l/f_L, (x f_L/f_l + 1)^(1/2), (x f_L f_M/f_l^2 + 1)^(1/2),   and (f_L/tr C)^a,
 *
 * x such that the two terms meet where the mass is; the error that it returns is the worst of theirs.
 */
import { golubWelsch } from "../../../../numeric/quadrature/golubWelsch.js";
import type { Rule } from "../../../../numeric/quadrature/rule.js";
import { type RadialMeasure, type RadialWeight, radialMeasure, radialSums } from "./radialMeasure.js";

export interface RadialRule {
  /** s. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Relative, of g that is as far from a polynomial as those tested. */
  readonly error: number;
}

export interface RadialProblem extends RadialWeight {
  /** g also has half-integer powers of f_L, as the correlation of two batches, which falls as s^(-1/2) in each one's s. */
  readonly joint?: boolean;
}

/** Steps of the discrete measure, which needs many more points than the rule, and the largest rule: a quick try, then all that is worth it. */
const ATTEMPTS = [
  { step: 0.1, most: 32 },
  { step: 0.05, most: 160 },
];
/** Shares of the mass's range where the terms of the singular test functions meet. */
const MEETINGS = [0.25, 0.5, 0.75, 0.95];

/** Jacobi coefficients by the Stieltjes procedure. */
function jacobiMatrix({ v, mass }: RadialMeasure, most: number): { diagonal: Float64Array; off: Float64Array } {
  const count = Math.min(most, v.length >> 2);
  const diagonal = new Float64Array(count);
  const off = new Float64Array(count - 1);
  let before = new Float64Array(v.length);
  let p = new Float64Array(v.length).fill(1);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < v.length; i++) diagonal[k] += mass[i] * v[i] * p[i] * p[i];
    if (k === count - 1) break;
    const next = new Float64Array(v.length);
    let norm = 0;
    for (let i = 0; i < v.length; i++) {
      next[i] = (v[i] - diagonal[k]) * p[i] - (k > 0 ? off[k - 1] * before[i] : 0);
      norm += mass[i] * next[i] * next[i];
    }
    off[k] = Math.sqrt(norm);
    for (let i = 0; i < v.length; i++) next[i] /= off[k];
    before = p;
    p = next;
  }
  return { diagonal, off };
}

/** Of s and tr C(s). */
type TestFunction = (s: number, trace: number) => number;

function testFunctions(
  { eigenvalues, degree, least, joint }: RadialProblem,
  { s, mass }: RadialMeasure,
): TestFunction[] {
  const sorted = eigenvalues.slice().sort();
  const [second, largest] = [Math.max(0, sorted[sorted.length - 2]), sorted[sorted.length - 1]];
  const small = Math.min(least, largest);
  const steep: TestFunction = (x, trace) => ((1 + 2 * x * small) * trace) ** -degree;
  const flat: TestFunction = (x, trace) => ((1 + 2 * x * largest) * trace) ** -degree;
  const one = (x: number) => (1 + 2 * x * small) / (1 + 2 * x * largest);
  const two = (x: number) => (one(x) * (1 + 2 * x * small)) / (1 + 2 * x * second);
  const tests: TestFunction[] = [steep, flat, (x, trace) => steep(x, trace) / one(x)];
  let last = mass.length - 1;
  while (!(mass[last] > 1e-9)) last--;
  const end = Math.log1p(2 * s[last] * largest);
  for (const share of MEETINGS) {
    const meeting = Math.expm1(share * end) / (2 * largest);
    for (const ratio of [one, two])
      tests.push((x, trace) => steep(x, trace) * Math.sqrt(ratio(x) / ratio(meeting) + 1));
  }
  if (joint === true)
    for (const power of [0.5, 1.5]) tests.push((x, trace) => flat(x, trace) / (1 + 2 * x * largest) ** power);
  return tests;
}

/**
 * Nodes and weights: the fewest that reach `tolerance`, or the best of up to 160, whose error is then larger. Undefined where the integral
 * of the test functions diverges.
 */
export function radialRule(problem: RadialProblem, tolerance: number): RadialRule | undefined {
  let best: RadialRule | undefined;
  for (const { step, most } of ATTEMPTS) {
    const rule = attempt(problem, tolerance, step, most);
    if (rule === undefined) return undefined;
    if (best === undefined || rule.error < best.error) best = rule;
    if (best.error <= tolerance) break;
  }
  return best;
}

function attempt(problem: RadialProblem, tolerance: number, step: number, most: number): RadialRule | undefined {
  const { eigenvalues, degree } = problem;
  const measure = radialMeasure(problem, step);
  if (measure === undefined) return undefined;
  const { s, mass, total } = measure;
  const largest = eigenvalues.reduce((top, value) => Math.max(top, value), 0);
  const tests = testFunctions(problem, measure);
  const traceAt = (x: number) => radialSums(eigenvalues, x).trace;
  const traces = s.map(traceAt);
  const terms = tests.map((test) => mass.map((m, i) => m * test(s[i], traces[i])));
  const wanted = terms.map((values) => values.reduce((sum, value) => sum + value, 0));
  // a function that the measure's range cuts off tests nothing
  if (terms.some((values, k) => !(values[values.length - 1] < 1e-15 * wanted[k]))) return undefined;
  const { diagonal, off } = jacobiMatrix(measure, most);
  let best: { rule: Rule; nodes: Float64Array; traces: Float64Array; error: number } | undefined;
  for (let count = 2; count <= diagonal.length; count += 1 + (count >> 4)) {
    const rule = golubWelsch(diagonal.subarray(0, count), off.subarray(0, count - 1));
    const nodes = rule.nodes.map((v) => Math.expm1(v) / (2 * largest));
    const at = nodes.map(traceAt);
    let error = 2 ** -52;
    for (const [k, test] of tests.entries()) {
      const sum = rule.weights.reduce((all, w, i) => all + w * test(nodes[i], at[i]), 0);
      error = Math.max(error, Math.abs(sum / wanted[k] - 1));
    }
    if (best === undefined || error < best.error) best = { rule, nodes, traces: at, error };
    if (best.error <= tolerance) break;
  }
  if (best === undefined) return undefined;
  const { rule, nodes, traces: at, error } = best;
  return { nodes, weights: rule.weights.map((w, i) => w * total * at[i] ** -degree), error };
}
