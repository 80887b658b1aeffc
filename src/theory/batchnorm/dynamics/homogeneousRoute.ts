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
import { arccosineKernel } from "../../../numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../symbolic/activation/activation.js";
import type { Matrix3 } from "./backwardOperator.js";
import type { BlockRoute, Level } from "./blockRoute.js";
import { type BlockState, normalised, type Pair, traceOf } from "./blockState.js";
import type { Mapped } from "./forwardMap.js";
import { type BlockStability, radius2 } from "./stability.js";

const STEPS = [0.5, 0.3, 0.2] as const;

/** K and its derivatives for the five kinds of entries: diagonal and off it for each group, and between groups. */
interface Kernel {
  readonly value: number;
  readonly first: number;
  readonly second: number;
  readonly cross: number;
}

interface Node {
  /** s^a F times the step, over the largest. */
  readonly weight: number;
  readonly s: number;
  /** 1/(1 + 2 s l) of v, P_1, P_2. */
  readonly damping: readonly [number, number, number];
  readonly kernels: readonly Kernel[];
}

/** The kinds of entries: groups of both samples, and whether they are one sample. */
const KINDS = [
  { of: [0, 0], same: true },
  { of: [0, 0], same: false },
  { of: [1, 1], same: true },
  { of: [1, 1], same: false },
  { of: [0, 1], same: false },
] as const;

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

  #kernel(x: number, y: number, xy: number, parallel: boolean): Kernel {
    const { degree: a, left, right } = this.#phi;
    const c = parallel ? 1 : Math.max(-1, Math.min(1, xy / Math.sqrt(x * y)));
    const plus = arccosineKernel(a, c);
    const minus = left * right === 0 ? { value: 0, derivative: 0 } : arccosineKernel(a, -c);
    this.evals++;
    const squares = left * left + right * right;
    const k = squares * plus.value + 2 * left * right * minus.value;
    const slope = squares * plus.derivative - 2 * left * right * minus.derivative;
    const size = (x * y) ** (a / 2);
    const log = size * 0.5 * (a * k - c * slope);
    return { value: size * k, first: log / x, second: log / y, cross: (size * slope) / Math.sqrt(x * y) };
  }

  /** Nodes for a state of trace 1. */
  #nodes({ sizes, between, within }: BlockState): Node[] {
    const batch = sizes[0] + sizes[1];
    const a = this.#phi.degree;
    const eigenvalues = [between, within[0], within[1]] as const;
    const dimensions = [1, sizes[0] - 1, sizes[1] - 1];
    const rank = dimensions.reduce((sum, d, i) => sum + (eigenvalues[i]! > 0 ? d : 0), 0);
    const smallest = Math.min(...eigenvalues.filter((l, i) => l > 0 && dimensions[i]! > 0));
    const from = -40 / a;
    const to = Math.min(300, 76 / Math.max(1, rank - 2)) + Math.log(1 / smallest) + 2;
    const nodes: Node[] = [];
    const logs: number[] = [];
    for (let r = from; r <= to; r += this.#step) {
      const s = Math.exp(r);
      const damping = eigenvalues.map((l) => 1 / (1 + 2 * s * l)) as [number, number, number];
      const log = a * r + dimensions.reduce((sum, d, i) => sum + 0.5 * d * Math.log(damping[i]!), 0);
      if (log < -300) continue;
      const c = eigenvalues.map((l, i) => l * damping[i]!);
      const variance = [0, 1].map((g) => (c[0]! * sizes[1 - g]!) / (sizes[g]! * batch));
      const kernels = KINDS.map(({ of: [g, h], same }) => {
        const diagonal = (k: number) => variance[k]! + c[k + 1]! * (1 - 1 / sizes[k]!);
        const off = g === h ? variance[g]! - c[g + 1]! / sizes[g]! : -c[0]! / batch;
        const parallel = same || (g === h && (within[g] === 0 || sizes[g] === 1));
        return this.#kernel(diagonal(g), diagonal(h), off, parallel);
      });
      logs.push(log);
      nodes.push({ weight: 0, s, damping, kernels });
    }
    // B^a e_a/Gamma(a), e_a = 2^(a-1) Gamma(a+1/2)/sqrt(pi)
    const unit = batch ** a * 2 ** (a - 1) * gammaRatio(a, 0.5) * this.#step * this.#weightVariance;
    const factor = unit / Math.sqrt(Math.PI);
    return nodes.map((node, i) => ({ ...node, weight: factor * Math.exp(logs[i]!) }));
  }

  map(given: BlockState): Mapped {
    const state = normalised(given);
    const entry = [0, 0, 0, 0, 0];
    for (const { weight, kernels } of this.#nodes(state)) {
      kernels.forEach(({ value }, kind) => {
        entry[kind]! += weight * value;
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
    const { sizes, between, within } = state;
    const batch = sizes[0] + sizes[1];
    const a = this.#phi.degree;
    const eigenvalues = [between, within[0], within[1]];
    const dimensions = [1, Math.max(1, sizes[0] - 1), Math.max(1, sizes[1] - 1)];
    const counts = [sizes[0], sizes[0] * (sizes[0] - 1), sizes[1], sizes[1] * (sizes[1] - 1), 2 * sizes[0] * sizes[1]];
    /** (P_b)_ij of a kind of entry. */
    const projector = (b: number, kind: (typeof KINDS)[number]): number => {
      const [g, h] = kind.of;
      if (b === 0) return g === h ? sizes[1 - g]! / (sizes[g] * batch) : -1 / batch;
      return g === h && g === b - 1 ? (kind.same ? 1 : 0) - 1 / sizes[g] : 0;
    };
    const own = [0, 1, 2].map((b) => KINDS.map((kind) => projector(b, kind)));
    const diagonals = [0, 1, 2].map((b) => [own[b]![0]!, own[b]![2]!]);
    const total = [0, 1, 2].map(() => [0, 0, 0]);
    for (const { weight, s, damping, kernels } of this.#nodes(state)) {
      for (let p = 0; p < 3; p++) {
        const c = eigenvalues[p]! * damping[p]!;
        KINDS.forEach(({ of: [g, h] }, kind) => {
          const { value, first, second, cross } = kernels[kind]!;
          const [ii, jj, ij] = [diagonals[p]![g]!, diagonals[p]![h]!, own[p]![kind]!];
          const inner =
            ij * cross -
            2 * s * c * (ii * first + jj * second + ij * cross) +
            ((a * s * s) / (a + 1)) *
              (dimensions[p]! * c * value + 2 * c * c * (ii * first + jj * second + ij * cross));
          for (let b = 0; b < 3; b++) total[p]![b]! += weight * own[b]![kind]! * counts[kind]! * inner;
        });
      }
    }
    const row = (p: number) =>
      total[p]!.map((x, b) => (isAbsent(p, sizes) || isAbsent(b, sizes) ? 0 : x / (dimensions[p]! * traceOf(given))));
    return [row(0), row(1), row(2)];
  }

  stability(given: BlockState): BlockStability {
    const state = normalised(given);
    const { sizes } = state;
    const batch = sizes[0] + sizes[1];
    const v = [0, 1].map((g) => (g === 0 ? 1 : -1) * Math.sqrt(sizes[1 - g]! / (sizes[g]! * batch)));
    // per group: responses of (diagonal, off it, cross) to both parting perturbations, then the inner one
    const sums = [0, 1].map(() => ({ A: [0, 0, 0], B: [0, 0, 0], inner: 0 }));
    let mixed = 0;
    for (const { weight, damping, kernels } of this.#nodes(state)) {
      for (const g of [0, 1] as const) {
        const b = sizes[g];
        const [same, off] = [kernels[2 * g]!, kernels[2 * g + 1]!];
        const cross = kernels[4]!;
        const own = g === 0 ? cross.first : cross.second;
        const sum = sums[g]!;
        const e = damping[0] * damping[g + 1]!;
        const square = damping[g + 1]! ** 2;
        const full = same.first + same.second + same.cross;
        sum.A[0]! += weight * e * 2 * v[g]! * full;
        sum.A[1]! += weight * e * v[g]! * (2 * off.first + off.cross);
        sum.A[2]! += weight * e * (2 * v[g]! * own + v[1 - g]! * cross.cross);
        sum.B[0]! += weight * square * (1 - 2 / b) * full;
        sum.B[1]! += weight * square * ((1 - 2 / b) * off.first - off.cross / b);
        sum.B[2]! += weight * square * (1 - 2 / b) * own;
        sum.inner += weight * square * off.cross;
      }
      mixed += weight * damping[1] * damping[2] * kernels[4]!.cross;
    }
    const modes: BlockStability["modes"][number][] = [];
    for (const g of [0, 1] as const) {
      const b = sizes[g];
      if (b === 1) continue;
      const { A, B, inner } = sums[g]!;
      const onA = (x: readonly number[]) => v[g]! * (x[0]! + (b - 2) * x[1]!) + v[1 - g]! * sizes[1 - g]! * x[2]!;
      const onB = (x: readonly number[]) => x[0]! - 2 * x[1]!;
      const point = state.within[g] === 0;
      const parting = b === 2 ? Math.abs(onA(A)) : radius2(onA(A), onA(B), onB(A), onB(B));
      if (point) {
        const growth = Math.max(parting, Math.abs(inner), other(state, g) ? Math.abs(mixed) : 0);
        modes.push({ kind: "unmerging", group: g, growth });
        continue;
      }
      modes.push({ kind: "parting", group: g, growth: parting });
      if (b > 3) modes.push({ kind: "inner", group: g, growth: Math.abs(inner) });
    }
    if (state.within[0] > 0 && state.within[1] > 0) modes.push({ kind: "mixed", group: 0, growth: Math.abs(mixed) });
    const scaled = modes.map((mode) => ({ ...mode, growth: mode.growth / traceOf(given) }));
    return { modes: scaled, largest: Math.max(0, ...scaled.map(({ growth }) => growth)) };
  }
}

const isAbsent = (p: number, sizes: Pair) => p > 0 && sizes[(p - 1) as 0 | 1] === 1;
const other = ({ within }: BlockState, g: 0 | 1) => within[1 - g]! > 0;
