/** What theory says of a network, as plain data. */
import type { Estimate } from "../../../numeric/estimate.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type RateResult, rateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { logOf } from "./logOf.js";
import { type NetworkSetting, theorySetting } from "./setting.js";

export interface NetworkTheory {
  /** At BSB1. */
  readonly result: RateResult;
  /** ln of the rate; null where it is 0 or infinite. */
  readonly logGrowth: Estimate | null;
}

/** @throws TheoryError for activations and numbers outside their domains. */
export function networkTheoryTask(setting: NetworkSetting): NetworkTheory {
  const result = rateResult(batchNorm(theorySetting(setting)));
  return { result, logGrowth: logOf(result.rate) };
}
