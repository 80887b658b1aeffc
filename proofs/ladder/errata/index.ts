import type { Erratum } from "../../proof.js";
import { theorem7Erratum } from "../allVert.js";
import { deviationErratum } from "../deviation.js";
import { eventVarianceErratum } from "../eventVariance.js";
import { constantActivationErratum } from "../overfitting.js";
import { singularReluErratum } from "../singularRelu.js";
import { towerErratum } from "../towerProperty.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([
  towerErratum,
  eventVarianceErratum,
  deviationErratum,
  theorem7Erratum,
  singularReluErratum,
  constantActivationErratum,
]);
