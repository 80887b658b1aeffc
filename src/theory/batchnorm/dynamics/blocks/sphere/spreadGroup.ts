/**
 * Perturbations of a group a of b > 1 samples that are not all the same (f the other group's mean, x^ and y^ deviations from the
 * group's mean, l = within_a):
 *
 *   v a^T + a v^T and P_a diag(a) P_a, a summing to 0 on the group: a 2 x 2 matrix, a sample that parts from its group;
 *   symmetric matrices on the group with zero sums and diagonal: one number, by the trace over all symmetric matrices,
 *       E[(y^.x^)^2]/(2 l^2) - E|x^|^2/(2 l).
 */
import type { Mode } from "../blockRoute.js";
import type { BlockState } from "../blockState.js";
import { spectralRadius } from "../spectralRadius.js";
import type { Sight } from "./sight.js";

export class SpreadGroup {
  readonly #state: BlockState;
  readonly #group: 0 | 1;
  /** The 2 x 2 matrix; the trace over all symmetric matrices, and the part of multiples of P_a. */
  #aa = 0;
  #ba = 0;
  #ab = 0;
  #bb = 0;
  #trace = 0;
  #trivial = 0;

  constructor(state: BlockState, group: 0 | 1) {
    this.#state = state;
    this.#group = group;
  }

  /** Adds a direction; returns E x^.y^/(l (b-1)) there, times B^(1/2)/rho. */
  add(sight: Sight): number {
    const { direction, groups, values, series } = sight;
    const { weight, means, spreads, square } = direction;
    const { sizes, between, within } = this.#state;
    const a = this.#group;
    const [b, l, s] = [sizes[a], within[a], spreads[a]];
    const { line } = groups[a];
    const { nodes } = line.rule;
    const f = values[a];
    const f1 = f.map((x, j) => x * nodes[j]!);
    const f2 = f1.map((x, j) => x * nodes[j]!);
    const [F, F1, F2] = [series[a], line.project(f1), line.project(f2)];
    const [mean, xz, xzz] = [F[0]!, F1[0]!, F2[0]!];
    const [xx, xxz, xxzz] = [line.single(f, f), line.single(f, f1), line.single(f1, f1)];
    const [pair, pairZ, pairZz, pairZZ] = [line.pair(F, F), line.pair(F, F1), line.pair(F, F2), line.pair(F1, F1)];
    // sums over the group: x_bar^2, x_bar sum x z, x_bar sum x z^2, and |x - x_bar|^2
    const barBar = (xx + (b - 1) * pair) / b;
    const barZ = xxz + (b - 1) * pairZ;
    const barZz = xxzz + (b - 1) * pairZz;
    const deviation = (b - 1) * (xx - pair);
    const edge = Math.sqrt((sizes[0] * sizes[1]) / (sizes[0] + sizes[1]));
    const other = series[1 - a]![0]!;
    const linear = (weight * square * edge * (means[a] - means[1 - a]!) * s) / ((b - 1) * between * l);
    this.#aa += linear * edge * (barZ - other * b * xz);
    this.#ba += linear * (b * xxz - 2 * barZ);
    const quadratic = (weight * square * s * s) / (2 * l * l * (b - 1));
    this.#ab += quadratic * edge * (barZz - b * barBar - other * b * (xzz - mean));
    this.#bb += quadratic * (b * xxzz - 2 * barZz + 2 * b * barBar - b * xx);
    this.#trace += weight * ((square * s * s * (b * xxzz + b * (b - 1) * pairZZ)) / (2 * l * l) - deviation / (2 * l));
    this.#trivial += (weight * (((square * s * s * b) / (l * l) - (b - 1) / l) * deviation)) / (2 * (b - 1));
    return (s * b * xz) / (l * (b - 1));
  }

  modes(): Mode[] {
    const group = this.#group;
    const size = this.#state.sizes[group];
    if (size === 2) return [{ kind: "parting", group, growth: Math.abs(this.#aa) }];
    const norm = 1 - 2 / size;
    const growth = spectralRadius(this.#aa, this.#ab, this.#ba / norm, this.#bb / norm);
    if (size === 3) return [{ kind: "parting", group, growth }];
    const rest = (this.#trace - this.#trivial - ((size - 1) * this.#bb) / norm) / ((size * (size - 3)) / 2);
    return [
      { kind: "parting", group, growth },
      { kind: "inner", group, growth: Math.abs(rest) },
    ];
  }
}
