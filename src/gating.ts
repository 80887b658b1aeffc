// The subpath theoria/gating, as a table of contents: networks as mixtures of path experts.

export { TheoryError } from "./errors.js";
// Training
export { type CircleOptions, type CircleSettingsOptions, circle, circleSettings } from "./simulation/gating/circle.js";
// Training: convolutional networks
export {
  type Architecture,
  type ArchitectureLayer,
  convolutional5,
  resNet34,
  resNet110,
} from "./simulation/gating/convolutional/architecture.js";
export type { LabelledImages } from "./simulation/gating/convolutional/convolutionalTrainer.js";
export type { ConvolutionalModel } from "./simulation/gating/convolutional/forwardPass.js";
export { type MultiplyAdds, multiplyAdds } from "./simulation/gating/convolutional/multiplyAdds.js";
export type { ConvolutionalSettings } from "./simulation/gating/convolutional/settings.js";
export {
  type ConvolutionalData,
  type ConvolutionalRecord,
  type ConvolutionalRun,
  trainConvolutional,
} from "./simulation/gating/convolutional/trainConvolutional.js";
export { gatedOutputs } from "./simulation/gating/gatedOutputs.js";
export type {
  GatedData,
  GatedGates,
  GatedMeasurement,
  GatedRecord,
  GatedRun,
  GatedSamples,
  GatedSettings,
  TrainedLayer,
  TrainedWeights,
  TrainGatedOptions,
} from "./simulation/gating/settings.js";
export { trainGated } from "./simulation/gating/trainGated.js";
export { type WeightMatrices, weightMatrices } from "./simulation/gating/weightMatrices.js";
// Kernels
export { type ActiveArcs, activeArcs } from "./theory/gating/kernels/activeArcs.js";
export {
  type KernelRegression,
  kernelRegression,
  type RegressionOptions,
} from "./theory/gating/kernels/kernelRegression.js";
export { type MeanKernels, meanKernels } from "./theory/gating/kernels/meanKernels.js";
export { enumeratedOverlap, overlapKernel, traceNormalised } from "./theory/gating/kernels/overlapKernel.js";
export { type TangentOptions, tangentDiagonal, tangentKernel } from "./theory/gating/kernels/tangentKernel.js";
// Networks and their gates
export { type GatedForward, gatedForward, outputsAt } from "./theory/gating/network/gatedForward.js";
export {
  type GatedModel,
  type GatedNetwork,
  type GatedWeights,
  type GateOptions,
  gatedNetwork,
} from "./theory/gating/network/gatedNetwork.js";
export { type GateNormals, gateNormals, normalAngles } from "./theory/gating/network/gateNormals.js";
export { type RandomGatedOptions, randomGatedNetwork } from "./theory/gating/network/randomGatedNetwork.js";
// Paths
export { enumeratedPathSums, layerPathSums } from "./theory/gating/paths/enumeratedPathSums.js";
export { totalPaths } from "./theory/gating/paths/enumeration.js";
export { type PathExpert, pathExpert, pathExperts } from "./theory/gating/paths/pathExpert.js";
export { activeNeurons, log10PathMasses, pathMass } from "./theory/gating/paths/pathMass.js";
export { pathSums } from "./theory/gating/paths/pathSums.js";
export { type StrongestPath, strongestPath } from "./theory/gating/paths/strongestPath.js";
// Regions: where paths are active
export { type ActiveInterval, activeIntervals, type IntervalOptions } from "./theory/gating/regions/activeIntervals.js";
export { type ConeCount, coneCount } from "./theory/gating/regions/coneCount.js";
export type { LineArrangement } from "./theory/gating/regions/lineArrangement.js";
export { type PathHalfSpace, pathHalfSpaces } from "./theory/gating/regions/pathHalfSpaces.js";
export { type PathPolygon, pathPolygon, type RegionOptions } from "./theory/gating/regions/pathPolygon.js";
export { type PathRegion, type PathRegionOptions, pathRegion } from "./theory/gating/regions/pathRegion.js";
export {
  type GateKind,
  type PatternCell,
  type PatternOptions,
  patternCells,
} from "./theory/gating/regions/patternCells.js";
export type { PolygonVertices } from "./theory/gating/regions/planePolygon.js";
export { type PlaneRegions, planeRegions } from "./theory/gating/regions/planeRegions.js";
export { type RegionCounts, regionCounts } from "./theory/gating/regions/regionCounts.js";
export { type ReluPathRegion, reluPathRegion } from "./theory/gating/regions/reluPathRegion.js";
