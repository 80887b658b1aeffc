/**
 * Perturbations of a group whose samples are all the same (spread 0): psi is linear about the group's mean m. Deviations from it
 * grow by E[psi'(m)^2 B/rho^2] in square, E[psi'(m) x_v u_v]/between against the other group's mean, and
 * E[psi'(m) x^.u^]/(within (b-1)) against the other group's deviations (x^ and u^, b of them); second-order terms make the matrix
 * triangular, so that the largest of the three is the growth. (Ours.)
 */
import type { Activation } from "../../../../../symbolic/activation/activation.js";
import type { Mode } from "../blockRoute.js";
import type { BlockState } from "../blockState.js";
import type { Sight } from "./sight.js";

export class PointGroup {
  readonly #psi: Activation;
  readonly #state: BlockState;
  readonly #group: 0 | 1;
  #square = 0;
  #mean = 0;
  #deviation = 0;

  constructor(psi: Activation, state: BlockState, group: 0 | 1) {
    this.#psi = psi;
    this.#state = state;
    this.#group = group;
  }

  add({ direction, groups, values, series }: Sight): void {
    const { weight, means, spreads, inverseSquare } = direction;
    const { sizes, between, within } = this.#state;
    const a = this.#group;
    const b = (1 - a) as 0 | 1;
    const slope = this.#psi.derivative(means[a]);
    this.#square += weight * slope * slope * inverseSquare;
    const edge = (sizes[0] * sizes[1]) / (sizes[0] + sizes[1]);
    this.#mean += (weight * slope * edge * (series[a][0]! - series[b][0]!) * (means[a] - means[b])) / between;
    if (within[b] === 0) return;
    const { line } = groups[b];
    const overlap = line.single(values[b], line.rule.nodes) * spreads[b] * sizes[b];
    this.#deviation += (weight * slope * overlap) / (within[b] * (sizes[b] - 1));
  }

  mode(): Mode {
    const growth = Math.max(this.#square, Math.abs(this.#mean), Math.abs(this.#deviation));
    return { kind: "unmerging", group: this.#group, growth };
  }
}
