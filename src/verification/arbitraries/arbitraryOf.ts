import { type Arbitrary, constantFrom } from "fast-check";
import type { Domain } from "../../theorems/domain.js";
import { sizeIn } from "../domains/sizeIn.js";
import type { Point } from "../point.js";
import { activations } from "./activations.js";
import { integers } from "./integers.js";
import { bsb1Covariances, definiteCovariances, semidefiniteCovariances, symmetricMatrices } from "./matrices.js";
import { reals } from "./reals.js";
import { rectangularMatrices } from "./rectangularMatrices.js";
import { stochasticMatrices } from "./stochasticMatrices.js";
import { vectors } from "./vectors.js";

const covariances = { psd: semidefiniteCovariances, definite: definiteCovariances, bsb1: bsb1Covariances };

/**
 * Values of a domain: ends, magnitudes over all decades, the interior. `known` has the values that sizes refer to.
 * Throws a RangeError for a size that is not among them.
 */
export function arbitraryOf(domain: Domain, known: Point = {}): Arbitrary<Point[string]> {
  switch (domain.set) {
    case "integer":
      return integers(domain);
    case "real":
      return reals(domain);
    case "choice":
      return constantFrom(...domain.of);
    case "activation":
      return activations(domain.class);
    case "vector":
      return vectors(sizeIn(domain.length, known), domain);
    case "matrix":
      return rectangularMatrices(sizeIn(domain.rows, known), sizeIn(domain.columns, known), domain);
    case "stochastic":
      return stochasticMatrices(sizeIn(domain.rows, known), sizeIn(domain.columns, known));
    case "symmetric":
      return symmetricMatrices(sizeIn(domain.size, known));
    case "covariance":
      return covariances[domain.class](sizeIn(domain.size, known));
  }
}
