/**
 * Nodes of the Laplace integrals over s of a homogeneous psi at a block state: the covariance C = S (I + 2 s S)^-1 has the
 * state's symmetry and eigenvalues l/(1 + 2 s l), and five kinds of entries. Trapezoid sums in log s.
 */
import { arccosineKernel } from "../../../../../numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../../../symbolic/activation/activation.js";
import type { BlockState } from "../blockState.js";

/** K and its derivatives for the five kinds of entries: diagonal and off it for each group, and between groups. */
export interface Kernel {
  readonly value: number;
  readonly first: number;
  readonly second: number;
  readonly cross: number;
}

export interface Node {
  /** s^a F times the step and B^a/Gamma(a). */
  readonly weight: number;
  readonly s: number;
  /** 1/(1 + 2 s l) of v, P_1, P_2. */
  readonly damping: readonly [number, number, number];
  readonly kernels: readonly Kernel[];
}

/** The kinds of entries: groups of both samples, and whether they are one sample. */
export const KINDS = [
  { of: [0, 0], same: true },
  { of: [0, 0], same: false },
  { of: [1, 1], same: true },
  { of: [1, 1], same: false },
  { of: [0, 1], same: false },
] as const;

/** K(x, y, xy) = E psi psi and its derivatives. */
function kernel({ degree: a, left, right }: Homogeneity, x: number, y: number, xy: number, parallel: boolean): Kernel {
  const c = parallel ? 1 : Math.max(-1, Math.min(1, xy / Math.sqrt(x * y)));
  const plus = arccosineKernel(a, c);
  const minus = left * right === 0 ? { value: 0, derivative: 0 } : arccosineKernel(a, -c);
  const squares = left * left + right * right;
  const k = squares * plus.value + 2 * left * right * minus.value;
  const slope = squares * plus.derivative - 2 * left * right * minus.derivative;
  const size = (x * y) ** (a / 2);
  const log = size * 0.5 * (a * k - c * slope);
  return { value: size * k, first: log / x, second: log / y, cross: (size * slope) / Math.sqrt(x * y) };
}

/** Kernels of all kinds of entries at the eigenvalues c. */
function kernelsAt(phi: Homogeneity, { sizes, within }: BlockState, c: readonly number[]): Kernel[] {
  const batch = sizes[0] + sizes[1];
  const variance = [0, 1].map((g) => (c[0]! * sizes[1 - g]!) / (sizes[g]! * batch));
  const diagonal = (k: number) => variance[k]! + c[k + 1]! * (1 - 1 / sizes[k]!);
  return KINDS.map(({ of: [g, h], same }) => {
    const off = g === h ? variance[g]! - c[g + 1]! / sizes[g]! : -c[0]! / batch;
    const parallel = same || (g === h && (within[g] === 0 || sizes[g] === 1));
    return kernel(phi, diagonal(g), diagonal(h), off, parallel);
  });
}

/** Nodes for a state of trace 1; weights contain B^a/Gamma(a), so that sums are over one layer of unit weight variance. */
export function laplaceNodes(phi: Homogeneity, state: BlockState, step: number): Node[] {
  const { sizes, between, within } = state;
  const batch = sizes[0] + sizes[1];
  const a = phi.degree;
  const eigenvalues = [between, within[0], within[1]] as const;
  const dimensions = [1, sizes[0] - 1, sizes[1] - 1];
  const rank = dimensions.reduce((sum, d, i) => sum + (eigenvalues[i]! > 0 ? d : 0), 0);
  const smallest = Math.min(...eigenvalues.filter((l, i) => l > 0 && dimensions[i]! > 0));
  const to = Math.min(300, 76 / Math.max(1, rank - 2)) + Math.log(1 / smallest) + 2;
  // B^a e_a/Gamma(a), e_a = 2^(a-1) Gamma(a+1/2)/sqrt(pi)
  const unit = (batch ** a * 2 ** (a - 1) * gammaRatio(a, 0.5) * step) / Math.sqrt(Math.PI);
  const nodes: Node[] = [];
  for (let r = -40 / a; r <= to; r += step) {
    const s = Math.exp(r);
    const damping = eigenvalues.map((l) => 1 / (1 + 2 * s * l)) as [number, number, number];
    const log = a * r + dimensions.reduce((sum, d, i) => sum + 0.5 * d * Math.log(damping[i]!), 0);
    if (log < -300) continue;
    const c = eigenvalues.map((l, i) => l * damping[i]!);
    nodes.push({ weight: unit * Math.exp(log), s, damping, kernels: kernelsAt(phi, state, c) });
  }
  return nodes;
}
