import type { Theorem } from "../../theorem.js";

/** In the order of the paper: the main text's theorems, then the appendix. */
export const forward: readonly Theorem[] = Object.freeze([]);
