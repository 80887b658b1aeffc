import { TheoryError } from "../../errors.js";
import { domainError } from "../../numeric/domain.js";
import { type Estimate, UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import { arccosineKernel } from "../../numeric/special/arccosineKernel.js";
import type { Activation } from "../../symbolic/activation/activation.js";

export interface KernelPoint {
  readonly c: number;
  readonly J: Estimate;
  /** dJ/dc; Infinity at c = 1 for alpha <= 1/2. */
  readonly derivative: Estimate;
}

function requireCorrelation(c: number): void {
  if (!(c >= -1 && c <= 1))
    throw domainError("c", c, "a correlation from -1 to 1", "It is the cosine between two inputs.");
}

function toEstimate(value: number, error: number): Estimate {
  return {
    value,
    error,
    method: "arc-cosine kernel",
    evals: 0,
    converged: error <= 1e-10 * Math.max(1, Math.abs(value)),
  };
}

/**
 * The arc-cosine kernel J_alpha(c) = E[z1_+^alpha z2_+^alpha] / E[z_+^{2 alpha}] of standard normals with correlation c, and
 * its derivative (Cho & Saul 2009; paper, Definition H.3). alpha > -1/2, -1 <= c <= 1. J_alpha(1) = 1, J_alpha(-1) = 0.
 * Measured relative accuracy 1e-14 (see `arccosineKernel`).
 * @throws TheoryError "domain".
 */
export function kernel(alpha: number, c: number): KernelPoint {
  if (!(alpha > -0.5 && alpha <= 1000))
    throw domainError("alpha", alpha, "a degree above -1/2, at most 1000", "1 is ReLU, 0 the step function.");
  requireCorrelation(c);
  const { value, derivative, valueError, derivativeError } = arccosineKernel(alpha, c);
  return { c, J: toEstimate(value, valueError), derivative: toEstimate(derivative, derivativeError) };
}

/**
 * J_phi(c) = (a^2 + b^2) J_alpha(c) - 2 a b J_alpha(-c) for the positively homogeneous phi(x) = a x_+^alpha - b x_-^alpha
 * (paper, Definition I.4), and its derivative.
 * @throws TheoryError "not-applicable" when the activation is not positively homogeneous.
 */
export function activationKernel(activation: Activation, c: number): KernelPoint {
  const homogeneity = activation.facts.homogeneity.value;
  if (homogeneity === null) {
    throw new TheoryError(
      `${activation.text} is not positively homogeneous, so it has no kernel of the correlation alone`,
      {
        code: "not-applicable",
        parameter: "activation",
        value: activation.text,
        domain: "phi(x) = a x_+^alpha - b x_-^alpha, such as relu, leaky_relu(0.2), abs or relu(x)^1.5",
        remedy: "Use spectrum for its fixed point.",
      },
    );
  }
  requireCorrelation(c);
  const { degree, left, right } = homogeneity;
  const same = arccosineKernel(degree, c);
  const opposite = arccosineKernel(degree, -c);
  const diagonal = right * right + left * left;
  const cross = 2 * right * left;
  // left = right = 0 and one-sided phi have no cross term, also where the kernel's slope is infinite
  const combine = (x: number, y: number) => (cross === 0 ? diagonal * x : diagonal * x + cross * y);
  const size = (x: number, y: number) => diagonal * x + Math.abs(cross) * y;
  const J = combine(same.value, opposite.value);
  const derivative = combine(same.derivative, -opposite.derivative);
  const rounding = 4 * UNIT_ROUNDOFF;
  return {
    c,
    J: toEstimate(J, size(same.valueError, opposite.valueError) + rounding * size(same.value, opposite.value)),
    derivative: toEstimate(
      derivative,
      Number.isFinite(derivative)
        ? size(same.derivativeError, opposite.derivativeError) + rounding * size(same.derivative, opposite.derivative)
        : 0,
    ),
  };
}
