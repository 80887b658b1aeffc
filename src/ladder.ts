// The subpath theoria/ladder, as a table of contents: locally connected ReLU networks on a teacher's summarisation ladder.

export { TheoryError } from "./errors.js";
// Batch norm as a projection
export {
  type BatchNormBackward,
  type BatchNormBackwardOptions,
  batchNormBackward,
} from "./theory/ladder/batchNorm/batchNormBackward.js";
export {
  type BatchNormJacobian,
  type BatchNormProjection,
  batchNormJacobian,
  batchNormProjection,
} from "./theory/ladder/batchNorm/batchNormProjection.js";
export {
  type LadderBackwardOptions,
  type LadderBatchNorm,
  type LadderBatchNormOptions,
  ladderBatchNorm,
  ladderBatchNormBackward,
} from "./theory/ladder/batchNorm/ladderBatchNorm.js";
export type { LayerData } from "./theory/ladder/batchNorm/normalisedLayer.js";
export {
  type RowEnergy,
  type RowEnergyFlow,
  type RowEnergyOptions,
  rowEnergy,
  rowEnergyFlow,
} from "./theory/ladder/batchNorm/rowEnergy.js";
// Ladders
export type { RegionSpec } from "./theory/ladder/build/regionSpec.js";
// Disentanglement
export { type BackwardGradient, backwardGradient } from "./theory/ladder/disentanglement/backwardGradient.js";
export {
  type DisentangledActivation,
  disentangledActivation,
} from "./theory/ladder/disentanglement/disentangledActivation.js";
export { type DisentangledForward, disentangledForward } from "./theory/ladder/disentanglement/disentangledForward.js";
export {
  type DisentangledGradient,
  disentangledGradient,
} from "./theory/ladder/disentanglement/disentangledGradient.js";
export {
  type DisentanglingCoefficients,
  disentanglingCoefficients,
} from "./theory/ladder/disentanglement/disentanglingCoefficients.js";
export { kronecker } from "./theory/ladder/disentanglement/kronecker.js";
export {
  type RandomFactorisedLadder,
  randomFactorisedLadder,
} from "./theory/ladder/disentanglement/randomFactorisedLadder.js";
export { type SeparableUpdate, separableUpdate } from "./theory/ladder/disentanglement/separableUpdate.js";
export { type SeparableWeights, separableWeights } from "./theory/ladder/disentanglement/separableWeights.js";
export {
  type FactorisedLadder,
  type FactorisedRun,
  type TrainingOptions,
  type TrainingStep,
  teacherTarget,
  trainFactorised,
} from "./theory/ladder/disentanglement/trainFactorised.js";
// Expressibility
export { type Expressibility, expressibility } from "./theory/ladder/expressibility/expressibility.js";
export {
  type HullOptions,
  type HullVertices,
  hullVertices,
  type RowVerdict,
} from "./theory/ladder/expressibility/hullVertices.js";
export { type LinearLoss, minimalLinearLoss } from "./theory/ladder/expressibility/minimalLinearLoss.js";
export { type ProductVertices, productVertices } from "./theory/ladder/expressibility/productVertices.js";
export { reluLossBound } from "./theory/ladder/expressibility/reluLossBound.js";
export { type ReluSingularity, reluSingularity } from "./theory/ladder/expressibility/reluSingularity.js";
export { type Separators, separators } from "./theory/ladder/expressibility/separators.js";
// What is known of an event: group-bys
export {
  byContent,
  byEvent,
  conditionalCovariances,
  conditionalMeans,
  conditionalTable,
  type Grouping,
  priorsOf,
} from "./theory/ladder/groupBy.js";
export { type ImagesOptions, ladderFromImages, type PatchLevel } from "./theory/ladder/images/ladderFromImages.js";
export {
  familyPairs,
  type Ladder,
  leafRegions,
  type Nesting,
  type Region,
  regionOf,
  topRegions,
} from "./theory/ladder/ladder.js";
export { type AtomsOptions, ladderFromAtoms } from "./theory/ladder/ladderFromAtoms.js";
export { type LabelTable, ladderFromTables } from "./theory/ladder/ladderFromTables.js";
// Marginalised gradients
export { type MarginalBackward, marginalBackward } from "./theory/ladder/marginal/marginalBackward.js";
export { eventGradient, marginalGradient, recursedGradient } from "./theory/ladder/marginal/marginalGradient.js";
// The matrix form
export {
  type MatrixForm,
  type MatrixGroup,
  type MatrixLink,
  matrixForm,
} from "./theory/ladder/matrix/matrixForm.js";
export { matrixFormOf, type NetworkMatrices } from "./theory/ladder/matrix/matrixFormOf.js";
// Networks on a ladder
export {
  backwardPass,
  type NetworkGradient,
  type Targets,
  weightUpdates,
} from "./theory/ladder/network/backwardPass.js";
export { type Activity, forwardPass } from "./theory/ladder/network/forwardPass.js";
export {
  type Gate,
  type InnerNode,
  type InputNode,
  type LocallyConnectedNetwork,
  locallyConnectedNetwork,
  type NetworkNode,
} from "./theory/ladder/network/network.js";
// Random ladders and networks, for property tests
export { type LadderClass, type RandomLadderOptions, randomLadder } from "./theory/ladder/random/randomLadder.js";
export { randomNetwork, randomTargets } from "./theory/ladder/random/randomNetwork.js";
// The reformulation on events, and what it assumes
export { broadnessViolation, focusViolation, type Violation } from "./theory/ladder/reformulation/knowledge.js";
export {
  type Reformulation,
  type ReformulationOptions,
  reformulation,
} from "./theory/ladder/reformulation/reformulation.js";
export { type SupportComponents, supportComponents } from "./theory/ladder/reformulation/supportComponents.js";
export { type SpuriousExample, type SpuriousUpdates, spuriousUpdates } from "./theory/ladder/spuriousUpdates.js";
