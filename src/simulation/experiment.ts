import type { NetworkOptions } from "./network.js";
import type { Recording, Sample } from "./sample.js";

/** A number that simulated networks estimate. */
export interface Experiment {
  network(width: number): NetworkOptions;
  /** What `observe` reads of a sample besides gradient norms. Default nothing. */
  readonly record?: Recording;
  /** What is read off one network: one number, finite. */
  observe(sample: Sample): number;
  /** E observe, or log E exp(observe). */
  readonly average: "mean" | "logMean";
}
