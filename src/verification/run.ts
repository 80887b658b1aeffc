import type { SimulateExperiment } from "./checks/simulateExperiment.js";
import type { Derived } from "./derived.js";

export type Effort = "quick" | "full";

/** What the checks of one theorem share. */
export interface Run {
  readonly effort: Effort;
  /** Of this theorem: made from the run's seed and its id. */
  readonly seed: number;
  /** Probability that a true prediction fails one simulation. */
  readonly alpha: number;
  /** Derivations that have been run, by their ids. */
  readonly derived: Map<string, Derived>;
  /** null: nothing to simulate with. */
  readonly simulate: SimulateExperiment | null;
  /** The user has asked to stop. */
  stopped(): boolean;
  /** The time for random points is over; simulations and proofs are always finished. */
  late(): boolean;
  /** One point, setting or proof more is done; lets signals come through. */
  step(): Promise<void>;
}
