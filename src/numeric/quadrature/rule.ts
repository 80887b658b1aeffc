import { domainError } from "../domain.js";

/**
 * A quadrature rule: sum_i weights[i] f(nodes[i]) approximates the integral of f against the rule's measure. Nodes ascend.
 * Each maker states the measure and its total mass.
 */
export interface Rule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** sum_i w_i f(x_i) with Neumaier's compensated sum. */
export function applyRule(rule: Rule, f: (x: number) => number): number {
  const { nodes, weights } = rule;
  let sum = 0;
  let carry = 0;
  for (let i = 0; i < nodes.length; i++) {
    const term = weights[i] * f(nodes[i]);
    const next = sum + term;
    carry += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + carry;
}

/** sum_i w_i values_i for values already tabulated at the nodes, with Neumaier's compensated sum. */
export function applyToValues(rule: Rule, values: Float64Array): number {
  const { weights } = rule;
  if (values.length !== weights.length) {
    throw domainError("values.length", values.length, `${weights.length}, the rule's size`, "Tabulate at the nodes.");
  }
  let sum = 0;
  let carry = 0;
  for (let i = 0; i < weights.length; i++) {
    const term = weights[i] * values[i];
    const next = sum + term;
    carry += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return sum + carry;
}

/**
 * The rule carried from [-1, 1] to [a, b] by x -> (a+b)/2 + x (b-a)/2. Weights are scaled by (b-a)/2, which is right
 * for a Lebesgue measure; a rule normalised to total mass 1 keeps its weights: pass `scaleWeights` = false.
 */
export function affineRule(rule: Rule, a: number, b: number, scaleWeights = true): Rule {
  if (!(a < b) || !Number.isFinite(b - a)) {
    throw domainError("[a, b]", `[${a}, ${b}]`, "finite ends with a < b", "Swap the ends or split the interval.");
  }
  const half = (b - a) / 2;
  const n = rule.nodes.length;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const x = rule.nodes[i];
    // From the nearer end, so that nodes crowding an end at 0 keep their relative accuracy.
    nodes[i] = x < 0 ? a + half * (1 + x) : b - half * (1 - x);
    weights[i] = scaleWeights ? half * rule.weights[i] : rule.weights[i];
  }
  return { nodes, weights };
}
