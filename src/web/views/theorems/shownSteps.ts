/** A derivation that has been run, as the page shows it. Plain data. */
export interface ShownStep {
  readonly tex: string;
  /** What gives it. */
  readonly rule: string;
  /** Numbers of the steps it rests on, from 1. */
  readonly from: readonly number[];
  /** "proved" or "verified to 50 digits". */
  readonly status: string;
}

export interface ShownSteps {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly assumptions: readonly string[];
  readonly steps: readonly ShownStep[];
  /** What a step that fails says; "" where all are sound. */
  readonly problem: string;
}
