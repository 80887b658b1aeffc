import { arccosineIdentities } from "./arccosineIdentities.js";
import { arccosineRelations } from "./arccosineRelations.js";
import { derivedIdentities } from "./derivedIdentities.js";
import { homogeneousIdentities } from "./homogeneousIdentities.js";
import type { KernelIdentity } from "./kernelIdentity.js";

/**
 * Every identity of the paper's appendices H and I about J_alpha and J_phi, with the right form where it prints a wrong
 * one, and ours.
 */
export const kernelIdentities: readonly KernelIdentity[] = Object.freeze([
  ...arccosineIdentities,
  ...arccosineRelations,
  ...homogeneousIdentities,
  ...derivedIdentities,
]);
