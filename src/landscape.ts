// The subpath theoria/landscape, as a table of contents: Hessians of networks and random matrices by the matrix Dyson equation.

export { TheoryError } from "./errors.js";
// Spectra of large symmetric matrices from products
export {
  type LanczosBasis,
  lanczos,
  type RitzValue,
  ritzValues,
  type SymmetricProduct,
} from "./numeric/linearAlgebra/lanczos.js";
export { type SpectralBin, spectralHistogram, spectralShare } from "./numeric/linearAlgebra/spectralHistogram.js";
export { spectralNorm } from "./numeric/linearAlgebra/spectralNorm.js";
export {
  extremeRitzValues,
  type ProbeOptions,
  type SpectralMean,
  type SpectralProbe,
  spectralMean,
  spectralProbe,
} from "./numeric/linearAlgebra/stochasticLanczos.js";
export { GaussianStream } from "./numeric/random/gaussianStream.js";
// Sampled random matrices
export { deformed } from "./simulation/ensembles/deformed.js";
export {
  binsBetween,
  type EigenvalueHistogram,
  eigenvalueHistogram,
} from "./simulation/ensembles/eigenvalueHistogram.js";
export { type EntryLaw, entryLaws } from "./simulation/ensembles/entryLaw.js";
export { centredWishart, chiral, wishart } from "./simulation/ensembles/gram.js";
export { kroneckerSum } from "./simulation/ensembles/kroneckerSum.js";
export { separable } from "./simulation/ensembles/separable.js";
export { spectrumOf } from "./simulation/ensembles/spectrumOf.js";
export type { SymmetricMatrix } from "./simulation/ensembles/symmetricMatrix.js";
export { varianceProfile } from "./simulation/ensembles/varianceProfile.js";
export { goe, wigner } from "./simulation/ensembles/wigner.js";
// Cumulants of entries, and what the assumptions ask of them
export { type Boundedness, type BoundednessOptions, boundedness } from "./theory/landscape/assumptions/boundedness.js";
export { type Diversity, diversity } from "./theory/landscape/assumptions/diversity.js";
export type { StabilityConstants } from "./theory/landscape/assumptions/stability.js";
export type { Cumulant } from "./theory/landscape/cumulants/cumulantFromMoments.js";
export {
  type CumulantNorm,
  type CumulantNormsOptions,
  cumulantNorms,
} from "./theory/landscape/cumulants/cumulantNorms.js";
export { jointCumulant, jointCumulants } from "./theory/landscape/cumulants/jointCumulant.js";
export { kStatistic } from "./theory/landscape/cumulants/kStatistic.js";
export { setPartitions } from "./theory/landscape/cumulants/setPartitions.js";
// The matrix Dyson equation: ensembles
export { type DeformedOptions, deformedEquation } from "./theory/landscape/dyson/deformedEquation.js";
export {
  type DysonEquation,
  type DysonEquationOptions,
  dysonEquation,
} from "./theory/landscape/dyson/dysonEquation.js";
// The matrix Dyson equation: solutions
export type { DysonMethod, DysonOptions, DysonPoint, DysonSolution } from "./theory/landscape/dyson/dysonSolution.js";
export { empiricalEquation } from "./theory/landscape/dyson/empiricalEquation.js";
export { chiralSelfEnergy } from "./theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
export {
  applySelfEnergy,
  type CustomSelfEnergyOptions,
  selfEnergy,
} from "./theory/landscape/dyson/selfEnergies/customSelfEnergy.js";
export { kroneckerSelfEnergy } from "./theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
export { literalSelfEnergy } from "./theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
export { profileSelfEnergy } from "./theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
export { scalarSelfEnergy } from "./theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
export { separableSelfEnergy } from "./theory/landscape/dyson/selfEnergies/separableSelfEnergy.js";
export { type WignerOptions, wignerSelfEnergy } from "./theory/landscape/dyson/selfEnergies/wignerSelfEnergy.js";
export type { ComplexMatrix, Packed, SelfEnergy } from "./theory/landscape/dyson/selfEnergy.js";
export { type DysonSweep, dysonDensity, dysonSweep, solveDyson } from "./theory/landscape/dyson/solver/solveDyson.js";
// The matrix Dyson equation: spectra
export { type ChiralSpectrum, chiralSpectrum } from "./theory/landscape/dyson/spectrum/chiralSpectrum.js";
export {
  type DeformedEdgesOptions,
  deformedEdges,
  type SpectralEdge,
} from "./theory/landscape/dyson/spectrum/deformedEdges.js";
export { dysonAtom } from "./theory/landscape/dyson/spectrum/dysonAtom.js";
export { dysonMoments } from "./theory/landscape/dyson/spectrum/dysonMoments.js";
export type { Band } from "./theory/landscape/dyson/spectrum/findBands.js";
export type { SpectralAtom } from "./theory/landscape/dyson/spectrum/spectralAtoms.js";
export {
  type SpectralDistribution,
  type SpectralDistributionOptions,
  spectralDistribution,
} from "./theory/landscape/dyson/spectrum/spectralDistribution.js";
export {
  type StieltjesInversionOptions,
  type StieltjesTransform,
  stieltjesInversion,
} from "./theory/landscape/dyson/spectrum/stieltjesInversion.js";
export { type SupportBound, supportBound } from "./theory/landscape/dyson/spectrum/supportBound.js";
export {
  type WishartDensity,
  type WishartOptions,
  type WishartPoint,
  wishartDensity,
} from "./theory/landscape/dyson/spectrum/wishartDensity.js";
// Hessians of networks
export { type HessianFacts, hessianFacts } from "./theory/landscape/hessian/hessianFacts.js";
export {
  type HessianSpectrum,
  type HessianSpectrumOptions,
  hessianSpectrum,
} from "./theory/landscape/hessian/hessianSpectrum.js";
export { type NetworkRisk, networkRisk } from "./theory/landscape/hessian/networkRisk.js";
export { type LossName, type PointLoss, pointLoss } from "./theory/landscape/hessian/pointLoss.js";
export { type RandomRiskOptions, randomRiskProblem } from "./theory/landscape/hessian/randomRiskProblem.js";
export {
  type HessianOperator,
  hessianOperator,
  hessianVectorProduct,
  outputHessian,
  riskHessian,
} from "./theory/landscape/hessian/riskHessian.js";
export type { RiskProblem } from "./theory/landscape/hessian/riskProblem.js";
