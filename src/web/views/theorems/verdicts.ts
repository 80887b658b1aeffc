/** Checks that the reader has asked for. Plain data. */
import type { Effort } from "../../../verification/run.js";
import type { Verdict } from "../../../verification/verdict.js";

export interface VerdictsQuestion {
  readonly ids: readonly string[];
  readonly effort: Effort;
  readonly seed: number;
  /** Theorems among whose simulated settings the probability of error is split; default: `ids`. */
  readonly among?: readonly string[];
}

export interface CheckedVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly effort: Effort;
  readonly seed: number;
  /** What it took here. */
  readonly seconds: number;
}

/** Points, settings and proofs of the theorem under way, or its verdict. */
export type VerdictPiece =
  | { readonly kind: "progress"; readonly id: string; readonly done: number; readonly expected: number }
  | { readonly kind: "verdict"; readonly checked: CheckedVerdict };
