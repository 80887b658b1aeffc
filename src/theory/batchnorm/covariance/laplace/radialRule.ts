/**
 * Gauss rules for the integral over the norm of a batch,
 *
 *   int_0^inf s^(p-1) e^(-kappa s) det(I + 2 s S)^(-1/2) g(s) ds = sum_i w_i g(s_i),
 *
 * for g that are homogeneous of degree p in entries of C(s) = S (I + 2 s S)^-1. Ours: with L the largest eigenvalue of S and
 * u = 2 s L / (1 + 2 s L), g (1-u)^-p is analytic outside u >= 1, a cut that starts at s = -1/(2 L); the weight sits at
 * u = O(L / tr S). So the Gauss rule of the exact weight, with polynomials in u, needs the fewer nodes the flatter the spectrum:
 * 6 for 512 samples with a Wishart covariance, 10 for 128. It comes from the weight's own trapezoid sum in r = log s, analytic in
 * |Im r| < pi/2, by the Stieltjes procedure. The condition number does not matter: small eigenvalues are far from the cut.
 *
 * The number of nodes is the smallest that integrates t^p, t = (1 + 2 s L)/(1 + 2 s l), for l the smallest positive eigenvalue, and the
 * stronger t^(p+1) to the tolerance; the error that it returns is that of the worse of the two.
 */
import { golubWelsch } from "../../../../numeric/quadrature/golubWelsch.js";
import type { Rule } from "../../../../numeric/quadrature/rule.js";

export interface RadialRule {
  /** s. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Relative, of g that is as far from a polynomial as those tested. */
  readonly error: number;
}

/** Steps of the discrete measure, which needs many more points than the rule, and the largest rule: a quick try, then all that is worth it. */
const ATTEMPTS = [
  { step: 0.1, most: 32 },
  { step: 0.05, most: 160 },
];
const DROP = 44;

interface Measure {
  readonly s: Float64Array;
  readonly u: Float64Array;
  readonly mass: Float64Array;
  readonly total: number;
}

/** The weight times (1-u)^p on a grid of r. */
function measureOf(eigenvalues: Float64Array, power: number, kappa: number, step: number): Measure | undefined {
  const largest = eigenvalues.reduce((top, value) => Math.max(top, value), 0);
  const log = (r: number): number => {
    const s = Math.exp(r);
    let det = 1;
    let logDet = 0;
    for (const lambda of eigenvalues) {
      if (lambda > 0) det *= 1 + 2 * s * lambda;
      if (det > 1e200) {
        logDet += Math.log(det);
        det = 1;
      }
    }
    return power * r - 0.5 * (logDet + Math.log(det)) - kappa * s - power * Math.log1p(2 * s * largest);
  };
  const points: [number, number][] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const direction of [1, -1]) {
    for (let r = direction === 1 ? 0 : -step; ; r += direction * step) {
      const value = log(r);
      top = Math.max(top, value);
      points.push([r, value]);
      if (value < top - DROP) break;
      if (r > 600 || r < -4000) return undefined;
    }
  }
  const s = Float64Array.from(points, ([r]) => Math.exp(r));
  const mass = Float64Array.from(points, ([, value]) => step * Math.exp(value));
  const total = mass.reduce((sum, value) => sum + value, 0);
  return { s, u: s.map((x) => (2 * x * largest) / (1 + 2 * x * largest)), mass: mass.map((m) => m / total), total };
}

/** Jacobi coefficients by the Stieltjes procedure. */
function jacobiMatrix({ u, mass }: Measure, most: number): { diagonal: Float64Array; off: Float64Array } {
  const count = Math.min(most, u.length >> 2);
  const diagonal = new Float64Array(count);
  const off = new Float64Array(count - 1);
  let before = new Float64Array(u.length);
  let p = new Float64Array(u.length).fill(1);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < u.length; i++) diagonal[k] += mass[i] * u[i] * p[i] * p[i];
    if (k === count - 1) break;
    const next = new Float64Array(u.length);
    let norm = 0;
    for (let i = 0; i < u.length; i++) {
      next[i] = (u[i] - diagonal[k]) * p[i] - (k > 0 ? off[k - 1] * before[i] : 0);
      norm += mass[i] * next[i] * next[i];
    }
    off[k] = Math.sqrt(norm);
    for (let i = 0; i < u.length; i++) next[i] /= off[k];
    before = p;
    p = next;
  }
  return { diagonal, off };
}

/** (1 - share u)^power. */
interface TestFunction {
  readonly share: number;
  readonly power: number;
}

const testSum = (u: Float64Array, weights: Float64Array, { share, power }: TestFunction): number =>
  u.reduce((sum, x, i) => sum + weights[i] * (1 - share * x) ** power, 0);

/** The largest relative error of a rule on the test functions. */
function errorOf(rule: Rule, tests: readonly TestFunction[], wanted: readonly number[]): number {
  const errors = tests.map((test, k) => Math.abs(testSum(rule.nodes, rule.weights, test) / wanted[k] - 1));
  return Math.max(...errors, 2 ** -52);
}

/**
 * Nodes and weights: the fewest that reach `tolerance`, or the best of up to 160, whose error is then larger, as for a spectrum that one eigenvalue
 * dominates. Undefined where the integral of the test functions diverges. `eigenvalues` of S may contain zeros; `least` is l; p > 0, kappa >= 0.
 * `joint`: g also has half-integer powers of 1-u, as the correlation of two batches, which falls as s^(-1/2) in each one's s.
 */
export function radialRule(
  eigenvalues: Float64Array,
  power: number,
  kappa: number,
  tolerance: number,
  least: number,
  joint = false,
): RadialRule | undefined {
  let best: RadialRule | undefined;
  for (const attempt of ATTEMPTS) {
    const rule = attemptRule(attempt, eigenvalues, power, kappa, tolerance, least, joint);
    if (rule === undefined) return undefined;
    if (best === undefined || rule.error < best.error) best = rule;
    if (best.error <= tolerance) break;
  }
  return best;
}

function attemptRule(
  { step, most }: { readonly step: number; readonly most: number },
  eigenvalues: Float64Array,
  power: number,
  kappa: number,
  tolerance: number,
  least: number,
  joint: boolean,
): RadialRule | undefined {
  const measure = measureOf(eigenvalues, power, kappa, step);
  if (measure === undefined) return undefined;
  const { u, mass, total } = measure;
  const { diagonal, off } = jacobiMatrix(measure, most);
  const largest = eigenvalues.reduce((top, value) => Math.max(top, value), 0);
  const share = 1 - Math.min(1, least / largest);
  const tests: TestFunction[] = [
    { share, power: -power },
    { share, power: -power - 1 },
  ];
  if (joint) tests.push({ share: 1, power: 0.5 }, { share: 1, power: 1.5 });
  const wanted = tests.map((test) => testSum(u, mass, test));
  // a function that the measure's range cuts off tests nothing
  const last = u.indexOf(u.reduce((top, x) => Math.max(top, x), 0));
  if (!(mass[last] * (1 - share * u[last]) ** (-power - 1) < 1e-15 * wanted[1])) return undefined;
  let best: { rule: Rule; error: number } | undefined;
  for (let count = 2; count <= diagonal.length; count += 1 + (count >> 4)) {
    const rule = golubWelsch(diagonal.subarray(0, count), off.subarray(0, count - 1));
    const error = errorOf(rule, tests, wanted);
    if (best === undefined || error < best.error) best = { rule, error };
    if (best.error <= tolerance) break;
  }
  if (best === undefined) return undefined;
  const { rule, error } = best;
  return {
    nodes: rule.nodes.map((x) => x / (1 - x) / (2 * largest)),
    weights: rule.weights.map((w, i) => w * total * (1 - rule.nodes[i]) ** -power),
    error,
  };
}

/** The same integral by the trapezoid rule in log s, for every spectrum: 100 nodes or more. */
export function trapezoidRule(eigenvalues: Float64Array, power: number, kappa: number, tolerance: number): RadialRule {
  const digits = -Math.log(tolerance);
  const step = Math.min(0.5, Math.PI ** 2 / (digits + 2));
  const [nodes, weights]: [number[], number[]] = [[], []];
  const trace = eigenvalues.reduce((sum, value) => sum + value, 0);
  let top = Number.NEGATIVE_INFINITY;
  for (const direction of [1, -1]) {
    for (let k = direction === 1 ? 0 : -1; ; k += direction) {
      const s = Math.exp(k * step);
      const logDet = eigenvalues.reduce((sum, lambda) => sum + Math.log1p(2 * s * lambda), 0);
      const weight = power * k * step - 0.5 * logDet - kappa * s;
      const left = eigenvalues.reduce((sum, lambda) => sum + lambda / (1 + 2 * s * lambda), 0);
      const size = weight + power * Math.log(left / trace);
      top = Math.max(top, size);
      nodes.push(s);
      weights.push(step * Math.exp(weight));
      if (size < top - digits - 6 || Math.abs(k * step) > 600) break;
    }
  }
  return { nodes: Float64Array.from(nodes), weights: Float64Array.from(weights), error: tolerance };
}
