// The subpath theoria/gating, as a table of contents: networks as mixtures of path experts.

export { TheoryError } from "./errors.js";
// Training
export { type CircleOptions, type CircleSettingsOptions, circle, circleSettings } from "./simulation/gating/circle.js";
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
