// The subpath theoria/alignment, as a table of contents: students and teachers, where gradients vanish and how they get there.

export { TheoryError } from "./errors.js";
export type { Estimate } from "./numeric/estimate.js";
// Critical points
export {
  type AlignmentCoefficients,
  alignmentCoefficients,
  type BiasedTwoLayer,
} from "./theory/alignment/criticalPoints/alignmentCoefficients.js";
export {
  type AlignmentGroup,
  type CriticalPointCertificate,
  criticalPointCertificate,
} from "./theory/alignment/criticalPoints/criticalPointCertificate.js";
export { type DeepAlignment, deepAlignment } from "./theory/alignment/criticalPoints/deepAlignment.js";
export { alignmentGroups, alignmentSign, type HyperplaneGroup } from "./theory/alignment/criticalPoints/hyperplanes.js";
export { interpolatingStudent } from "./theory/alignment/criticalPoints/interpolatingStudent.js";
export { type Observers, observers } from "./theory/alignment/criticalPoints/observers.js";
export { type ReluDependence, reluDependence } from "./theory/alignment/criticalPoints/reluDependence.js";
export type { StudentConclusion } from "./theory/alignment/criticalPoints/studentConclusions.js";
export type { TeacherConclusion } from "./theory/alignment/criticalPoints/teacherConclusions.js";
// Dynamics of few variables
export { angleAt } from "./theory/alignment/dynamics/angleAt.js";
export { type GateProfile, isotropicProfile } from "./theory/alignment/dynamics/gateProfile.js";
export {
  type GrowthFlow,
  type GrowthProblem,
  type GrowthState,
  growthFlow,
} from "./theory/alignment/dynamics/growthFlow.js";
export { leadingTime } from "./theory/alignment/dynamics/leadingTime.js";
export { type LotkaVolterra, lotkaVolterra } from "./theory/alignment/dynamics/lotkaVolterra.js";
export { simplifiedFlow } from "./theory/alignment/dynamics/simplifiedFlow.js";
export { type AngleOptions, timeToAngle } from "./theory/alignment/dynamics/timeToAngle.js";
export { type WinnersTakeAll, winnersTakeAll } from "./theory/alignment/dynamics/winnersTakeAll.js";
// Interpolation
export {
  type BatchCriticality,
  batchCriticality,
  type SampleGradient,
} from "./theory/alignment/interpolation/batchCriticality.js";
export { incidenceMatrix, incidenceRank } from "./theory/alignment/interpolation/incidenceMatrix.js";
// Networks
export { backpropagation, weightUpdates } from "./theory/alignment/network/backpropagation.js";
export { type ForwardPass, forwardPass, networkOutput } from "./theory/alignment/network/forwardPass.js";
export {
  type LayerCoefficients,
  type MixtureCoefficients,
  mixtureCoefficients,
} from "./theory/alignment/network/mixtureCoefficients.js";
export { type RandomNetworkOptions, randomNetwork } from "./theory/alignment/network/randomNetwork.js";
export { type ReluNetwork, reluNetwork } from "./theory/alignment/network/reluNetwork.js";
// Noisy recovery
export { largestGradients } from "./theory/alignment/noisyRecovery/largestGradients.js";
export { type Misalignment, misalignment } from "./theory/alignment/noisyRecovery/misalignment.js";
export { type NoisyRecovery, noisyRecovery } from "./theory/alignment/noisyRecovery/noisyRecovery.js";
export {
  type NoisyRecoveryConstants,
  type NoisyRecoverySettings,
  noisyRecoveryConstants,
} from "./theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
export { type SmallestSupNorm, smallestSupNorm } from "./theory/alignment/noisyRecovery/smallestSupNorm.js";
// The population: expectations over inputs
export { type AngularMoment, angularMoment } from "./theory/alignment/population/angularMoment.js";
export { type GatedMoment, gatedMoment } from "./theory/alignment/population/gatedMoment.js";
export type { PopulationState } from "./theory/alignment/population/observePopulation.js";
export {
  type PopulationFlow,
  type PopulationFlowOptions,
  populationFlow,
} from "./theory/alignment/population/populationFlow.js";
export {
  type PopulationGradient,
  type PopulationOptions,
  populationGradient,
} from "./theory/alignment/population/populationGradient.js";
export { populationLoss } from "./theory/alignment/population/populationLoss.js";
export type { TwoLayer } from "./theory/alignment/population/twoLayer.js";
// Regions in which the mixture coefficients are constant
export { type CoefficientPiece, coefficientPieces } from "./theory/alignment/regions/coefficientPieces.js";
export { countRegions } from "./theory/alignment/regions/countRegions.js";
export { gateKey } from "./theory/alignment/regions/gateKey.js";
export { type Polytope, polytope } from "./theory/alignment/regions/polytope.js";
