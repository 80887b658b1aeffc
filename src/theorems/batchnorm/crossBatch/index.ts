import type { Theorem } from "../../theorem.js";

export const crossBatch: readonly Theorem[] = Object.freeze([]);
