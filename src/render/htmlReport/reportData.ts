import type { Network } from "../../simulation/network.js";
import type { Measured } from "../../simulation/statistics/mean.js";
import type { ActivationReport } from "../../theory/batchnorm/report/activationReport.js";
import type { ComparedRun } from "../../verification/simulation/compareSimulation.js";

/** Simulated networks of one setting, beside the theory. */
export interface SimulatedNetworks extends ComparedRun {
  readonly network: Omit<Network, "activation" | "input" | "topGradient">;
  readonly backend: string;
  /** ln of the squared gradient norm at H_l over that at the window's upper end, l = 1 .. L+1. */
  readonly profile: readonly (Measured | null)[];
  /** How many networks were asked for. */
  readonly asked: number;
}

/** All that a page about one activation is made of: plain data, in the order in which it was asked for. */
export interface ReportData extends ActivationReport {
  /** How many networks were asked for: more than there are where the user stopped. */
  readonly asked: number;
  /** null where nothing was to be simulated. */
  readonly simulation: {
    readonly seed: number;
    readonly width: number;
    readonly depth: number;
    readonly samples: number;
    readonly runs: readonly SimulatedNetworks[];
    /** Which networks were not simulated, and why, in sentences. */
    readonly left: readonly string[];
  } | null;
  /** Whether the user stopped before all was finished. */
  readonly interrupted: boolean;
  readonly origin: { readonly command: string; readonly version: string };
}
