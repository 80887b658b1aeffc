/** The symmetric fixed point of a network, and its eigenvalues. */
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type SpectrumResult, spectrumResult } from "../../../theory/batchnorm/results/networkResult.js";
import { type NetworkSetting, theorySetting } from "../network/setting.js";

/** @throws TheoryError for activations and numbers outside their domains. */
export const spectrumTask = (setting: NetworkSetting): SpectrumResult =>
  spectrumResult(batchNorm(theorySetting(setting)));
