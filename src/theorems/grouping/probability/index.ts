import type { Theorem } from "../../theorem.js";
import { chainRule } from "./chainRule.js";
import { conditioning } from "./conditioning.js";
import { conditioningRepeated } from "./conditioningRepeated.js";
import { containment } from "./containment.js";
import { couplingDefinition } from "./couplingDefinition.js";
import { couplingInequality } from "./couplingInequality.js";
import { extensionDefinition } from "./extensionDefinition.js";
import { generatedAlgebra } from "./generatedAlgebra.js";
import { grouping } from "./grouping.js";
import { hierarchy } from "./hierarchy.js";
import { indicatorIndependence } from "./indicatorIndependence.js";
import { kernelDefinition } from "./kernelDefinition.js";
import { measurability } from "./measurability.js";
import { measurementDefinition } from "./measurementDefinition.js";
import { physicalSpace } from "./physicalSpace.js";
import { randomElementLaw } from "./randomElementLaw.js";
import { resolution } from "./resolution.js";
import { splitting } from "./splitting.js";
import { transport } from "./transport.js";
import { transportedEvents } from "./transportedEvents.js";
import { trivialScales } from "./trivialScales.js";

export const probability: readonly Theorem[] = Object.freeze([
  physicalSpace,
  hierarchy,
  generatedAlgebra,
  measurementDefinition,
  resolution,
  trivialScales,
  measurability,
  containment,
  randomElementLaw,
  couplingDefinition,
  couplingInequality,
  transport,
  extensionDefinition,
  kernelDefinition,
  conditioning,
  conditioningRepeated,
  splitting,
  grouping,
  transportedEvents,
  indicatorIndependence,
  chainRule,
]);
