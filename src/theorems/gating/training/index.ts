import type { Theorem } from "../../theorem.js";

export const training: readonly Theorem[] = Object.freeze([]);
