import type { Proposition } from "../proposition.js";

/**
 * How a step is known. "proved": by definition, decided by exact arithmetic from the steps it names, or by an exact check of
 * its own. "verified": both sides agree to 50 digits at random admissible points, and no more than that is claimed.
 */
export type StepStatus = "proved" | "verified";

export interface DerivationStep {
  readonly claim: Proposition;
  /** What gives the claim, in words. */
  readonly rule: string;
  /** The earlier steps it uses, by their place, counted from 0. */
  readonly from: readonly number[];
  readonly status: StepStatus;
}

/** A chain of steps; the last one is what was to be shown. */
export interface Derivation {
  readonly assumptions: readonly Proposition[];
  readonly steps: readonly DerivationStep[];
}
