import { Matrix } from "ml-matrix";
import { TheoryError } from "../../errors.js";
import { domainError } from "../../numeric/domain.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { activation as makeActivation } from "../../symbolic/activation/create.js";
import { laplaceCovariance } from "./routes/laplace/laplaceCovariance.js";

export interface MappedCovariance {
  /** V(Sigma), B x B, symmetric. */
  readonly values: readonly (readonly number[])[];
  /** Absolute, for every entry. */
  readonly error: number;
}

const LARGEST = 512;

function squareMatrix(sigma: readonly (readonly number[])[]): Matrix {
  const size = Array.isArray(sigma) ? sigma.length : 0;
  const square =
    size >= 2 &&
    size <= LARGEST &&
    sigma.every((row) => Array.isArray(row) && row.length === size && row.every(Number.isFinite));
  if (!square)
    throw domainError(
      "sigma",
      `${size} rows`,
      `a square array of finite numbers, 2 to ${LARGEST} rows`,
      "Give one row a sample.",
    );
  return new Matrix(sigma.map((row) => [...row]));
}

/**
 * One batch-normalised layer's covariance V(Sigma) = E[B_phi(h) B_phi(h)^T], h ~ N(0, Sigma), epsilon = 0, for a positively
 * homogeneous phi and any positive semi-definite Sigma, singular ones too (Theorem 2, by its Laplace integral). Relative
 * accuracy 1e-12 or better up to a condition number of 1e6 of the centred Sigma.
 * @throws TheoryError "not-applicable" for a phi that is not homogeneous, "domain" for what is no covariance.
 */
export function covarianceMap(phi: Activation | string, sigma: readonly (readonly number[])[]): MappedCovariance {
  const activation = typeof phi === "string" ? makeActivation(phi) : phi;
  const homogeneity = activation.facts.homogeneity.value;
  if (homogeneity === null) {
    throw new TheoryError(`${activation.text} is not positively homogeneous`, {
      code: "not-applicable",
      parameter: "phi",
      value: activation.text,
      domain: "phi(x) = a x_+^alpha - b x_-^alpha, such as relu or leaky_relu(0.2)",
      remedy: "Other activations have no one-dimensional formula for a general covariance.",
    });
  }
  const { values, error } = laplaceCovariance(homogeneity, squareMatrix(sigma));
  return { values: values.to2DArray(), error };
}
