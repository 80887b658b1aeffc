import type { Theorem } from "../../theorem.js";

export const beyond: readonly Theorem[] = Object.freeze([]);
