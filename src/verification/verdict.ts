import type { PrintedPoint } from "./print.js";

export type Status = "holds" | "refuted" | "undecided";

/**
 * vacuous: no admissible point. unevaluable: no number where one is needed. underpowered: a simulation within the budget could
 * not see what it must see. no-backend: nothing to simulate with.
 */
export type Why = "vacuous" | "unevaluable" | "underpowered" | "no-backend";

/** The closest call: |difference| / (errors + tolerance), above 1 where the check fails. */
export interface Margin {
  readonly ratio: number;
  readonly check: string;
  readonly at: PrintedPoint;
}

/** A point that refutes, or one that has no number, as small as shrinking made it. */
export interface Counterexample {
  readonly check: string;
  readonly at: PrintedPoint;
  /** What the two sides are worth there. */
  readonly left: string;
  readonly right: string;
}

export interface CheckResult {
  readonly kind: "routes" | "reference" | "simulation" | "exact" | "printed";
  readonly name: string;
  readonly status: Status;
  /** Of an undecided check. */
  readonly why?: Why;
  /** What is to be said about it, in a sentence. */
  readonly says?: string;
  /** Points, settings or steps of proofs that were decided. */
  readonly cases: number;
  /** Admissible points at which a side did not apply or reached no accuracy. */
  readonly skips: number;
  readonly worst?: Margin;
  readonly counterexample?: Counterexample;
}

/** What became of a theorem: refuted where a check refutes it, undecided where one does not decide, else it holds. */
export interface Verdict {
  readonly status: Status;
  readonly why?: Why;
  readonly says?: string;
  readonly cases: number;
  readonly skips: number;
  readonly worst?: Margin;
  /** Replays the run. */
  readonly seed: number;
  readonly counterexample?: Counterexample;
  readonly checks: readonly CheckResult[];
}
