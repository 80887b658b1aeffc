import type { Theorem } from "../../theorem.js";

export const geometry: readonly Theorem[] = Object.freeze([]);
