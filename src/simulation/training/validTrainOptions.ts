import { domainError } from "../../numeric/domain.js";
import { show } from "../validOptions.js";
import { validRunOptions } from "../validRunOptions.js";
import type { TrainOptions } from "./settings.js";

/** @throws TheoryError "domain" for what `train` cannot take. */
export function validTrainOptions(options: TrainOptions): TrainOptions {
  const { keepWeights = false } = validRunOptions(options, ["keepWeights"]);
  if (typeof keepWeights === "boolean") return options;
  throw domainError("keepWeights", show(keepWeights), "true or false", "Pass one, or leave it out.");
}
