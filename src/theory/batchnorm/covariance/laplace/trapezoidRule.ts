import type { RadialRule } from "./radialRule.js";

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
