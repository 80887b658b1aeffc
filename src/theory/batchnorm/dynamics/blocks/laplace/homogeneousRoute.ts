/**
 * A layer on block states for psi(x) = right x^a (x > 0), left |x|^a (x < 0), a > 1/2, without epsilon: Laplace integrals
 * 1/r^(2p) = 1/Gamma(p) int s^(p-1) exp(-s r^2) ds leave Gaussian moments of covariance C = S (I + 2 s S)^-1, which has the state's
 * symmetry, eigenvalues c_a = l_a/(1 + 2 s l_a). With K(C_ii, C_jj, C_ij) = E psi psi, its derivatives K1, K2, K3, and
 * F(s) = det(I + 2 s S)^(-1/2):
 *
 *   V_ij = B^a/Gamma(a) int s^(a-1) F K ds                                          (paper, Theorem 2)
 *   dV_ij[Delta] = B^a/Gamma(a) int s^(a-1) F (K1 dC_ii + K2 dC_jj + K3 dC_ij) ds,  dC = (I+2sS)^-1 Delta (I+2sS)^-1, tr dC = 0,
 *   T_ab dim P_a = B^a/Gamma(a) int s^(a-1) F sum_ij (P_b)_ij { (P_a)_ij K3 - 2 s c_a [2 (P_a)_ii K1 + (P_a)_ij K3]
 *                  + a s^2/(a+1) [dim P_a c_a K + 2 c_a^2 ((P_a)_ii K1 + (P_a)_jj K2 + (P_a)_ij K3)] } ds
 *
 * by E psi'_i psi'_j = K3, E psi''_i psi_j = 2 K1 (Price) and Stein's lemma; a = 1 included. Trapezoid sums in log s. (T and dV: ours.)
 */
import type { Homogeneity } from "../../../../../symbolic/activation/activation.js";
import type { BlockRoute, BlockStability, Level, Mapped, Matrix3 } from "../blockRoute.js";
import { type BlockState, normalised, type Pair, traceOf } from "../blockState.js";
import { homogeneousBackward } from "./homogeneousBackward.js";
import { homogeneousStability } from "./homogeneousStability.js";
import { KINDS, laplaceNodes, type Node } from "./laplaceNodes.js";

const STEPS = [0.5, 0.3, 0.2] as const;

export class HomogeneousRoute implements BlockRoute {
  readonly name = "laplace";
  evals = 0;
  readonly #phi: Homogeneity;
  readonly #step: number;
  readonly #weightVariance: number;

  constructor(phi: Homogeneity, weightVariance: number, level: Level) {
    this.#phi = phi;
    this.#weightVariance = weightVariance;
    this.#step = STEPS[level];
  }

  #nodes(state: BlockState): Node[] {
    const nodes = laplaceNodes(this.#phi, state, this.#step);
    this.evals += nodes.length * KINDS.length;
    return nodes;
  }

  map(given: BlockState): Mapped {
    const state = normalised(given);
    const entry = [0, 0, 0, 0, 0];
    for (const { weight, kernels } of this.#nodes(state)) {
      kernels.forEach(({ value }, kind) => {
        entry[kind]! += this.#weightVariance * weight * value;
      });
    }
    const { sizes } = state;
    const [d1, o1, d2, o2, cross] = entry as [number, number, number, number, number];
    const alike = (g: 0 | 1) => sizes[g] === 1 || state.within[g] === 0;
    const within: Pair = [alike(0) ? 0 : d1 - o1, alike(1) ? 0 : d2 - o2];
    const mean = (d: number, o: number, b: number) => (d + (b - 1) * o) / b;
    const edge = (sizes[0] * sizes[1]) / (sizes[0] + sizes[1]);
    const between = edge * (mean(d1, o1, sizes[0]) + mean(d2, o2, sizes[1]) - 2 * cross);
    const entries = { diagonal: [d1, d2], offDiagonal: [o1, o2], between: cross } as const;
    return { state: { sizes, between, within }, entries };
  }

  backward(given: BlockState): Matrix3 {
    const state = normalised(given);
    const factor = this.#weightVariance / traceOf(given);
    return homogeneousBackward(this.#phi.degree, state, this.#nodes(state), factor);
  }

  stability(given: BlockState): BlockStability {
    const state = normalised(given);
    return homogeneousStability(state, this.#nodes(state), this.#weightVariance / traceOf(given));
  }
}
