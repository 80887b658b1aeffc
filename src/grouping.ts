// The subpath theoria/grouping, as a table of contents: S-Systems: probability coupling, derived activations, information geometry.

export { TheoryError } from "./errors.js";
// Activations derived from group indicators
export {
  type ActivationName,
  type ActivationRule,
  activationRules,
  type DerivedActivation,
  deriveActivation,
} from "./theory/grouping/activations/deriveActivation.js";
export { type DerivedActivations, derivedActivations } from "./theory/grouping/activations/derivedActivations.js";
export {
  type IndicatorLaw,
  type IndicatorLawOptions,
  indicatorLaw,
} from "./theory/grouping/activations/indicatorLaw.js";
export type { IndicatorValues } from "./theory/grouping/activations/indicatorValues.js";
export { type MlpGrouping, type MlpGroupingOptions, mlpGrouping } from "./theory/grouping/activations/mlpGrouping.js";
// Information geometry: families, dual coordinates, divergences, charts
export { type BregmanDivergence, bregmanDivergence } from "./theory/grouping/geometry/bregmanDivergence.js";
export {
  type CompositionalFamily,
  type CompositionalOptions,
  compositionalFamily,
} from "./theory/grouping/geometry/compositionalFamily.js";
export { type ConvexDivergences, convexDivergences } from "./theory/grouping/geometry/convexDivergences.js";
export { type ConvexDual, type ConvexDualOptions, convexDual } from "./theory/grouping/geometry/convexDual.js";
export {
  assertStrictlyConvex,
  type ConvexFunction,
  convexFunction,
} from "./theory/grouping/geometry/convexFunction.js";
export { type Deformation, deformation } from "./theory/grouping/geometry/deformation.js";
export { type EvidenceDecomposition, evidenceDecomposition } from "./theory/grouping/geometry/evidenceDecomposition.js";
export {
  type BaseMeasure,
  type ExponentialFamily,
  exponentialFamily,
} from "./theory/grouping/geometry/exponentialFamily.js";
export {
  type FamilyDivergences,
  type FamilyMember,
  familyDivergences,
} from "./theory/grouping/geometry/familyDivergences.js";
export { type FamilyMoments, familyMoments } from "./theory/grouping/geometry/familyMoments.js";
export { type DivergenceName, divergenceNames, fDivergence } from "./theory/grouping/geometry/fDivergence.js";
export {
  type Divergences,
  type InformationMonotonicity,
  informationMonotonicity,
} from "./theory/grouping/geometry/informationMonotonicity.js";
export { type LegendreDual, legendreDual } from "./theory/grouping/geometry/legendreDual.js";
export {
  chartTransition,
  type Pole,
  roundMetric,
  stereographic,
  stereographicPoint,
} from "./theory/grouping/geometry/stereographic.js";
export {
  type SymbolicFamily,
  type UsualFamilyName,
  type UsualFamilyOptions,
  usualFamily,
  usualFamilyNames,
} from "./theory/grouping/geometry/usualFamilies.js";
// Probability on finite spaces
export { conditionalLaw } from "./theory/grouping/probability/conditionalLaw.js";
export {
  conditionalMutualInformation,
  dependence,
} from "./theory/grouping/probability/conditionalMutualInformation.js";
export {
  type ConditioningExtension,
  conditioningExtension,
} from "./theory/grouping/probability/conditioningExtension.js";
export {
  type Coupling,
  coupling,
  independentCoupling,
  maximalCoupling,
  mismatch,
  totalVariation,
  transportMap,
} from "./theory/grouping/probability/coupling.js";
export { copyOf, type Extension, extension } from "./theory/grouping/probability/extension.js";
export {
  type GroupingExtension,
  type GroupingKernels,
  groupingExtension,
} from "./theory/grouping/probability/groupingExtension.js";
export { type JointLaw, jointLaw, jointLawOfElements, marginalLaw } from "./theory/grouping/probability/jointLaw.js";
export {
  composeKernels,
  deterministicKernel,
  jointThrough,
  type MarkovKernel,
  markovKernel,
  productKernel,
  throughKernel,
} from "./theory/grouping/probability/markovKernel.js";
export {
  imageProbability,
  type MeasurementCollection,
  measurementCollection,
  supportOf,
} from "./theory/grouping/probability/measurementCollection.js";
export {
  discretePartition,
  generatedPartition,
  isEvent,
  type Partition,
  partition,
} from "./theory/grouping/probability/partition.js";
export { type Posterior, posterior } from "./theory/grouping/probability/posterior.js";
export {
  type ProbabilitySpace,
  probabilityOf,
  probabilitySpace,
} from "./theory/grouping/probability/probabilitySpace.js";
export {
  isMeasurable,
  lawOf,
  type RandomElement,
  randomElement,
  transported,
} from "./theory/grouping/probability/randomElement.js";
export { commonRefinement, refines } from "./theory/grouping/probability/refines.js";
export { type SplitLaws, splitLaws } from "./theory/grouping/probability/splitLaws.js";
export { type SplittingExtension, splittingExtension } from "./theory/grouping/probability/splittingExtension.js";
// S-Systems on partial orders
export {
  type EventRepresentation,
  eventRepresentation,
  lawOfNamed,
} from "./theory/grouping/system/eventRepresentation.js";
export { fibreProduct, plainProduct } from "./theory/grouping/system/fibreProduct.js";
export { groupedRepresentation } from "./theory/grouping/system/groupedRepresentation.js";
export { type Poset, poset } from "./theory/grouping/system/poset.js";
export {
  isGraded,
  leastElement,
  maximalElements,
  minimalElements,
  ranks,
  topologicalOrder,
} from "./theory/grouping/system/posetFacts.js";
export { predecessors, printedPredecessors, successors } from "./theory/grouping/system/predecessors.js";
export { printedSSystem } from "./theory/grouping/system/printedSSystem.js";
export { type PrintedSweeps, printedSweeps } from "./theory/grouping/system/printedSweeps.js";
export { type SSystem, type SSystemParts, sSystem } from "./theory/grouping/system/sSystem.js";
