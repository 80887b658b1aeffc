import type { Experiment } from "../../simulation/experiment.js";

export interface SimulationRequest {
  readonly width: number;
  /** Networks first .. first + count - 1 of the run: each is a pure function of (seed, index). */
  readonly first: number;
  readonly count: number;
  readonly seed: number;
}

/** Runs networks and returns what `experiment.observe` reads off each, in order. */
export type SimulateExperiment = (experiment: Experiment, request: SimulationRequest) => Promise<readonly number[]>;
