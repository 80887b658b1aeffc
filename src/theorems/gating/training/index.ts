import type { Theorem } from "../../theorem.js";
import { fixedGatesLinear } from "./fixedGatesLinear.js";
import { flatGates } from "./flatGates.js";
import { hardGatesUntrained } from "./hardGatesUntrained.js";
import { lastLayerKernel } from "./lastLayerKernel.js";
import { softGradient } from "./softGradient.js";
import { steepGates } from "./steepGates.js";

export const training: readonly Theorem[] = Object.freeze([
  softGradient,
  hardGatesUntrained,
  fixedGatesLinear,
  lastLayerKernel,
  flatGates,
  steepGates,
]);
