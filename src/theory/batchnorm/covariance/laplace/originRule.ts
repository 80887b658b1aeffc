/**
 * The rule for degrees -1/2 < a < 1/2, where the integral over s with s^(a-1) converges slowly or only by continuation. With
 * W = det(I + 2 s S)^(-1/2) e^(-kappa s) (tr C)^a and g = (tr C)^a h,
 *
 *   1/Gamma(a) int s^(a-1) W h ds = 1/Gamma(a+1) { a int s^a W (h - h(0))/s ds + h(0) M },
 *   M = -int s^a W' ds = int s^a W (tr C + kappa + 2 a tr C^2 / tr C) ds.
 *
 * Ours. The first integral has the Gauss rule of s^a W (radialRule.ts), the second no h at all: one more node, s = 0, where C = S.
 * No derivative of the kernel is needed; at a = 0 all that is left is h(0) = K(S).
 */
import { radialMeasure, radialSums } from "./radialMeasure.js";
import { type RadialProblem, type RadialRule, radialRule } from "./radialRule.js";

/** Nodes, the first of them 0, and weights, without 1/Gamma(a+1). Undefined as for radialRule. */
export function originRule(problem: RadialProblem, tolerance: number): RadialRule | undefined {
  const { degree: a, eigenvalues, kappa } = problem;
  if (a === 0) return { nodes: Float64Array.of(0), weights: Float64Array.of(1), error: 2 ** -52 };
  const moved = { ...problem, exponent: a + 1 };
  const rule = radialRule(moved, tolerance);
  const measure = radialMeasure(moved, 0.1);
  if (rule === undefined || measure === undefined) return undefined;
  const trace = (s: number) => radialSums(eigenvalues, s).trace;
  let mass = 0;
  for (const [i, s] of measure.s.entries()) {
    let [first, second] = [0, 0];
    for (const lambda of eigenvalues) {
      const c = Math.max(0, lambda) / (1 + 2 * s * lambda);
      first += c;
      second += c * c;
    }
    mass += measure.mass[i] * measure.total * (first + kappa + (2 * a * second) / first);
  }
  const weights = rule.weights.map((w, i) => (a * w) / rule.nodes[i]);
  const taken = weights.reduce((sum, w, i) => sum + w * trace(rule.nodes[i]) ** a, 0);
  return {
    nodes: Float64Array.of(0, ...rule.nodes),
    weights: Float64Array.of((mass - taken) / trace(0) ** a, ...weights),
    error: rule.error,
  };
}
