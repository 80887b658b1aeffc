import type { Activation } from "../../symbolic/activation/activation.js";

/** A batch-normalised network at its symmetric fixed point, validated: what every route is given. */
export interface Problem {
  /** phi, as the user gave it. */
  readonly activation: Activation;
  /** psi(x) = phi(gamma x + beta). */
  readonly psi: Activation;
  /** Integer >= 2, or Infinity. */
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
}
