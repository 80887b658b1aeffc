/**
 * Route "closed-form": BSB1 of a positively homogeneous phi of degree a, eps = 0. With i = 1/(B-1), c = -i, J = J_phi,
 * D = J(1) - J(c), R = J'(c)/D, S = J'(1)/D = a^2 J(1)/((2a-1) D):
 *
 *   fwd_M = (1+i) R / (1 + 2 a i)                          fwd_L = (a (1-i) + (1+i) i R) / (1 + 2 a i)
 *   bwd_G = (1 + (2a-2) i)/(1-2i) (S + i R) - a^2 i/(1-2i)
 *   bwd_M = R (1+i) (1 + 2(a-1) i + (2a^2-4a) i^2) / ((1 + 2 a i)(1-2i))
 *   bwd_L = [S (1+2ai)(1-i)(1+(2a-2)i) + 2 i R (1 + (3a-2) i + (3a^2-5a) i^2 - a^2 i^3) - 2 a^2 i (1+ai)(1-i)] / ((1+2ai)(1-2i))
 *
 * Source: the paper's Theorems 5, 6, 8 and C.9-C.11, corrected where misprinted, with every cancellation carried out (ours:
 * the factors J'' drop out by (1-c^2) J'' + (2a-1) c J' = a^2 J, and nothing is left that overflows or cancels at large B).
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import { meanChiSquared } from "../../../../numeric/special/meanChi.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";
import type { Problem } from "../../problem.js";
import type { Approximation, Route, Solution } from "../../route.js";
import { homogeneousKernel } from "./homogeneousKernel.js";

const MAX_DEGREE = 200;

/** n^{d/2} / E R^d, R^2 ~ chi^2_n: turns a Gaussian mean of a function of degree d into its mean on the sphere of radius sqrt(n). */
function toSphere(n: number, d: number): number {
  return n === Infinity ? 1 : (n / 2) ** (d / 2) / gammaRatio(n / 2, d / 2);
}

/** Eigenvalues of the forward Jacobian on L and M. */
export function homogeneousForward(homogeneity: Homogeneity, batch: number): { L: Approximation; M: Approximation } {
  const { degree: a } = homogeneity;
  const i = 1 / (batch - 1);
  const kernel = homogeneousKernel(homogeneity, -i);
  const R = kernel.derivative / kernel.gap;
  const error = (value: number) => Math.abs(value) * (kernel.gapError + 16 * UNIT_ROUNDOFF);
  const L = (a * (1 - i) + (1 + i) * i * R) / (1 + 2 * a * i);
  const M = ((1 + i) * R) / (1 + 2 * a * i);
  return { L: { value: L, error: error(L) }, M: { value: M, error: error(M) } };
}

/** The backward eigenvalues, and the sums of absolute values that their cancellation is measured against. */
function backward(a: number, i: number, R: number, S: number) {
  const G = ((1 + (2 * a - 2) * i) * (S + i * R) - a * a * i) / (1 - 2 * i);
  const inner = 1 + (3 * a - 2) * i + (3 * a * a - 5 * a) * i * i - a * a * i * i * i;
  const self = S * (1 + 2 * a * i) * (1 - i) * (1 + (2 * a - 2) * i);
  const L = (self + 2 * i * R * inner - 2 * a * a * i * (1 + a * i) * (1 - i)) / ((1 + 2 * a * i) * (1 - 2 * i));
  const M = (R * (1 + i) * (1 + 2 * (a - 1) * i + (2 * a * a - 4 * a) * i * i)) / ((1 + 2 * a * i) * (1 - 2 * i));
  const size = {
    G: ((1 + Math.abs(2 * a - 2) * i) * (S + i * Math.abs(R)) + a * a * i) / (1 - 2 * i),
    L:
      (Math.abs(self) + 2 * i * Math.abs(R) * (4 + 12 * a * a * i) + 2 * a * a * i * (1 + a * i)) /
      ((1 + 2 * a * i) * (1 - 2 * i)),
    M: (Math.abs(R) * (1 + i) * (1 + 2 * (a + 1) * i + (2 * a * a + 4 * a) * i * i)) / ((1 + 2 * a * i) * (1 - 2 * i)),
  };
  return { G, L, M, size };
}

export const closedForm: Route = {
  name: "closed-form",

  refusal({ psi, epsilon, batch, beta }) {
    if (epsilon > 0) return "closed forms hold for epsilon = 0 only";
    const homogeneity = psi.facts.homogeneity.value;
    if (homogeneity === null) {
      return beta !== 0
        ? "a shift beta makes the activation inhomogeneous"
        : "the activation is not positively homogeneous";
    }
    if (homogeneity.degree > MAX_DEGREE) return `the degree of homogeneity is above ${MAX_DEGREE}`;
    return batch < 3 ? "closed forms need a batch of at least 3" : null;
  },

  solve({ psi, batch, weightVariance }: Problem): Solution {
    const homogeneity = psi.facts.homogeneity.value!;
    const { degree: a } = homogeneity;
    const n = batch - 1;
    const i = 1 / n;
    const kernel = homogeneousKernel(homogeneity, -i);
    const rounding = (16 + 2 * a) * UNIT_ROUNDOFF;
    const make = (value: number, relative = kernel.gapError, size = Math.abs(value)): Approximation => ({
      value,
      error: value === Infinity ? 0 : size * (relative + rounding),
    });
    const R = kernel.derivative / kernel.gap;
    const S = a > 0.5 ? (a * a) / ((2 * a - 1) * kernel.gap) : Infinity;
    const bwd = backward(a, i, R, S);
    const q = weightVariance * toSphere(n, 2 * a) * kernel.second;
    const spread = toSphere(n, a) ** 2 / toSphere(n, 2 * a);
    const slopes = toSphere(n, a + 1) ** 2 / toSphere(n, 2 * a);
    const { L, M } = homogeneousForward(homogeneity, batch);
    return {
      quantities: {
        q: make(q, 0),
        c: { value: kernel.value, error: rounding * (1 + Math.abs(kernel.value)) },
        mu: make(q * kernel.gap),
        forwardG: { value: 0, error: 0 },
        forwardL: L,
        forwardM: M,
        backwardG: make(bwd.G, kernel.gapError, bwd.size.G),
        backwardL: make(bwd.L, kernel.gapError, bwd.size.L),
        backwardM: make(bwd.M, kernel.gapError, bwd.size.M),
        crossC: make(q * kernel.even * spread, 0),
        crossEigenvalue: make(((1 + i) * kernel.odd * meanChiSquared(n) * slopes) / kernel.gap),
      },
      evals: 0,
      collapsed: false,
    };
  },
};
