/**
 * Expectations over one group of b samples, u_i = mean + spread z_i, z the scaled coordinates of a uniform point of S^{b-2}
 * (E z_i^2 = 1, correlation -1/(b-1) between two samples). One sample is a one-dimensional integral; two are
 *
 *   E f(z_i) g(z_j) = sum_k f_k g_k P_k(-1/(b-1)),   f_k = E f(z) p_k(z),
 *
 * p_k the orthonormal Gegenbauer polynomials of dimension n = b-1 (Funk-Hecke; DLMF 18.9.1), P_k = p_k/p_k(sqrt n). Gauss-Gegenbauer nodes;
 * where psi has breakpoints inside, pieces between them.
 */
import { gaussGegenbauer } from "../../../../../numeric/quadrature/gaussGegenbauer.js";
import type { Cut } from "../../../../../numeric/quadrature/pieces.js";
import type { Rule } from "../../../../../numeric/quadrature/rule.js";
import { sphereLineRule } from "../../../../../numeric/quadrature/sphereLine.js";
import { gegenbauerCoefficients, gegenbauerNormalised } from "../../../../../numeric/special/gegenbauer.js";
import type { Breakpoint } from "../../../../../symbolic/activation/activation.js";

/** Pairs below this change no digit. */
const NEGLIGIBLE_PAIR = 1e-17;

export class GroupLine {
  readonly size: number;
  /** P_k(-1/(b-1)). */
  readonly pairs: Float64Array;
  /** The current rule: nodes z, weights with sum 1. */
  rule: Rule;
  readonly #breakpoints: readonly Breakpoint[];
  readonly #points: number;
  readonly #smooth: Rule;
  readonly #b: Float64Array;
  readonly #smoothTable: Float64Array;
  #table: Float64Array;

  /** `single`: all samples of the group are the same, so that no integral is left. */
  constructor(size: number, single: boolean, points: number, breakpoints: readonly Breakpoint[]) {
    this.size = size;
    const n = size - 1;
    const flat = single || n === 0;
    this.#breakpoints = flat || n === 1 ? [] : breakpoints;
    this.#points = points;
    if (flat) {
      this.pairs = Float64Array.of(1);
      this.#b = new Float64Array(0);
      this.#smooth = { nodes: Float64Array.of(0), weights: Float64Array.of(1) };
    } else if (n === 1) {
      this.pairs = Float64Array.of(1, -1);
      this.#b = Float64Array.of(1);
      this.#smooth = { nodes: Float64Array.of(-1, 1), weights: Float64Array.of(0.5, 0.5) };
    } else {
      // a piece between breakpoints has half the points
      let terms = this.#breakpoints.length > 0 ? points / 2 : points;
      const all = gegenbauerNormalised(n, terms - 1, -1 / n);
      while (terms > 4 && Math.abs(all[terms - 1]!) < NEGLIGIBLE_PAIR) terms--;
      this.pairs = all.slice(0, terms);
      this.#b = gegenbauerCoefficients(n, terms - 1);
      const { nodes, weights } = gaussGegenbauer(points, (n - 2) / 2);
      this.#smooth = { nodes: nodes.map((t) => Math.sqrt(n) * t), weights };
    }
    this.rule = this.#smooth;
    this.#smoothTable = this.#tabulate(this.#smooth);
    this.#table = this.#smoothTable;
  }

  /** weight_j p_k(z_j). */
  #tabulate({ nodes, weights }: Rule): Float64Array {
    const count = nodes.length;
    const terms = this.pairs.length;
    const b = this.#b;
    const table = new Float64Array(terms * count);
    for (let j = 0; j < count; j++) {
      let [before, now] = [0, 1];
      table[j] = weights[j]!;
      for (let k = 1; k < terms; k++) {
        const next = (nodes[j]! * now - (k === 1 ? 0 : b[k - 2]! * before)) / b[k - 1]!;
        [before, now] = [now, next];
        table[k * count + j] = weights[j]! * now;
      }
    }
    return table;
  }

  /** The rule for u = mean + spread z. */
  place(mean: number, spread: number): void {
    this.rule = this.#smooth;
    this.#table = this.#smoothTable;
    if (this.#breakpoints.length === 0) return;
    const n = this.size - 1;
    const reach = Math.sqrt(n) * (1 - 1e-12);
    const cuts: Cut[] = [];
    for (const { at, oneSidedAnalytic } of this.#breakpoints) {
      const z = (at - mean) / spread;
      if (Math.abs(z) < reach) cuts.push({ at: z, oneSidedAnalytic });
    }
    if (cuts.length === 0) return;
    cuts.sort((a, b) => a.at - b.at);
    this.rule = sphereLineRule({
      inverseDimension: 1 / n,
      reach: Math.sqrt(n),
      cuts,
      symmetric: false,
      points: this.#points,
    });
    this.#table = this.#tabulate(this.rule);
  }

  /** f_k of the values at the rule's nodes. */
  project(values: Float64Array): Float64Array {
    const count = this.rule.nodes.length;
    const table = this.#table;
    const out = new Float64Array(this.pairs.length);
    for (let k = 0, at = 0; k < out.length; k++) {
      let sum = 0;
      for (let j = 0; j < count; j++, at++) sum += table[at]! * values[j]!;
      out[k] = sum;
    }
    return out;
  }

  /** E f(z_i) g(z_j), i not j, without the first `skip` terms. */
  pair(f: Float64Array, g: Float64Array, skip = 0): number {
    let sum = 0;
    for (let k = skip; k < f.length; k++) sum += f[k]! * g[k]! * this.pairs[k]!;
    return sum;
  }

  /** E f(z) g(z). */
  single(f: Float64Array, g: Float64Array): number {
    const { weights } = this.rule;
    let sum = 0;
    for (let j = 0; j < weights.length; j++) sum += weights[j]! * f[j]! * g[j]!;
    return sum;
  }
}
