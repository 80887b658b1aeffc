// The public surface of Theoria, as a table of contents.

// Errors and numbers with errors
export {
  isTheoryError,
  type Place,
  showPlace,
  TheoryError,
  type TheoryErrorCode,
  type TheoryErrorDetails,
} from "./errors.js";
export type { Estimate } from "./numeric/estimate.js";

// Activations, from text or a function
export type {
  Activation,
  ActivationFacts,
  Breakpoint,
  Evidence,
  Fact,
  Growth,
  Homogeneity,
  Parity,
} from "./symbolic/activation/activation.js";
export { type ActivationOptions, activation } from "./symbolic/activation/create.js";
export { presetNames } from "./symbolic/activation/presets.js";
// ... and as the simulator takes it (theoria/simulation)
export { type ElementwiseActivation, elementwiseOf } from "./symbolic/activation/program.js";

// Batch normalisation: rates, fixed points, spectra
export {
  type BatchNorm,
  batchNorm,
  type Confirmation,
  type Eigenvalues,
  type SolveOptions,
} from "./theory/batchnorm/batchNorm.js";
export { type GegenbauerExpansion, gegenbauerExpansion } from "./theory/batchnorm/coefficients.js";
// General covariances
export type { CovarianceMapOptions, CovarianceMethod } from "./theory/batchnorm/covariance/settings.js";
export { covarianceMap, type MappedCovariance } from "./theory/batchnorm/covarianceMap.js";
export { type CrossMappedCovariance, crossCovarianceMap } from "./theory/batchnorm/crossCovarianceMap.js";
// Where networks go that leave the symmetric fixed point
export type { Attractor } from "./theory/batchnorm/dynamics/attractor.js";
export { type Basin, type Basins, basins } from "./theory/batchnorm/dynamics/basins.js";
export {
  type Dynamics,
  type DynamicsKind,
  dynamics,
  followDynamics,
  type PathPoint,
} from "./theory/batchnorm/dynamics/dynamics.js";
export type { DynamicsOptions } from "./theory/batchnorm/dynamics/dynamicsOptions.js";
export { type Reached, reached } from "./theory/batchnorm/dynamics/reached.js";
// The Gaussian-process prior and regression
export {
  type BatchNormKernel,
  type BatchNormKernelOptions,
  batchNormKernel,
} from "./theory/batchnorm/gaussianProcess/batchNormKernel.js";
export {
  type GaussianProcess,
  gaussianProcess,
  type KernelBlocks,
} from "./theory/batchnorm/gaussianProcess/gaussianProcess.js";
export { inputCovariance } from "./theory/batchnorm/gaussianProcess/inputCovariance.js";
export { activationKernel, type KernelPoint, kernel } from "./theory/batchnorm/kernel.js";
export type { BatchNormOptions } from "./theory/batchnorm/problem.js";
export { type ResidualOptions, residualLogGrowth } from "./theory/batchnorm/residual.js";
export type { RouteName } from "./theory/batchnorm/route.js";
export { type Method, methods } from "./theory/batchnorm/select.js";
export type { Stability, Verdict } from "./theory/batchnorm/stability.js";
export { type BatchNormSweep, sweep } from "./theory/batchnorm/sweep.js";
export { type Transition, transition } from "./theory/batchnorm/transition.js";
