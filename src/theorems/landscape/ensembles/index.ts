import type { Theorem } from "../../theorem.js";

export const ensembles: readonly Theorem[] = Object.freeze([]);
