import { eulerRules } from "./eulerRules.js";
import { gaussianRules } from "./gaussianRules.js";
import { gegenbauerRules } from "./gegenbauerRules.js";
import { kernelRules } from "./kernelRules.js";
import type { Rule } from "./rule.js";
import { trigonometricRules } from "./trigonometricRules.js";

/**
 * The integrals with symbolic parameters. Rules that are made for given powers or functions: `gaussianMomentRule`,
 * `steinRule`, `sphereMomentRule`, `sphereGaussRule`.
 */
export const rules: readonly Rule[] = Object.freeze([
  ...eulerRules,
  ...trigonometricRules,
  ...gaussianRules,
  ...kernelRules,
  ...gegenbauerRules,
]);
