import type { Erratum } from "../../proof.js";
import { posteriorErratum } from "../activations.js";
import { groupIndicatorErratum } from "../extensions.js";
import { jointGradientErratum } from "../geometry.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([
  groupIndicatorErratum,
  posteriorErratum,
  jointGradientErratum,
]);
