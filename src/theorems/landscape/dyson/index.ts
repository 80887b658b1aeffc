import type { Theorem } from "../../theorem.js";

export const dyson: readonly Theorem[] = Object.freeze([]);
