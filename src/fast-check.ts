// The subpath theoria/fast-check, as a table of contents: random networks and theorems for fast-check, an optional peer.

// Activations by class, batch sizes
export { activations } from "./verification/arbitraries/activations.js";
// A theorem's parameters
export { arbitraryOf } from "./verification/arbitraries/arbitraryOf.js";
export { batchSizes, integers } from "./verification/arbitraries/integers.js";
// Matrices of a batch
export {
  bsb1Covariances,
  definiteCovariances,
  type Matrix,
  semidefiniteCovariances,
  symmetricMatrices,
} from "./verification/arbitraries/matrices.js";
// Ultrasymmetric operators, as coefficients and as elements of an algebra
export { ultrasymmetricCoefficients, ultrasymmetricOperators } from "./verification/arbitraries/operators.js";
export { reals } from "./verification/arbitraries/reals.js";
// Vectors, matrices and conditional probabilities
export { rectangularMatrices } from "./verification/arbitraries/rectangularMatrices.js";
export { stochasticMatrices, stochasticRows } from "./verification/arbitraries/stochasticMatrices.js";
export { valuesOf } from "./verification/arbitraries/valuesOf.js";
export { vectors } from "./verification/arbitraries/vectors.js";
// A theorem as a property
export { property } from "./verification/property.js";
