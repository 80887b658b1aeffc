/** Where a network goes, as plain data shaped like the JSON output. */
import type { Estimate } from "../../../numeric/estimate.js";
import { depthScaleOf } from "../depthScale.js";
import type { Attractor } from "../dynamics/attractor.js";
import type { Basin, Basins } from "../dynamics/basins.js";
import type { Dynamics, PathPoint } from "../dynamics/dynamics.js";
import { type RateResult, rateResult } from "./networkResult.js";

type Parameters = Pick<RateResult, "activation" | "batch" | "epsilon" | "gamma" | "beta" | "weightVariance">;

export interface DynamicsResult extends Parameters {
  readonly kind: Dynamics["kind"];
  readonly blocks: readonly number[];
  readonly merged: readonly boolean[];
  readonly period: number | null;
  readonly rate: Estimate | null;
  readonly depthScale: Estimate | null;
  readonly trainableDepth: number | null;
  readonly covariance: Attractor["covariance"] | null;
  /** Largest growth a layer of a perturbation of the state. */
  readonly growth: Estimate | null;
  readonly residual: number | null;
  readonly bsb1: Pick<RateResult, "rate" | "stability">;
  readonly seed: number;
  readonly width: number;
  readonly layers: number;
  readonly path: readonly PathPoint[];
  readonly notes: readonly string[];
}

export interface BasinsResult extends Parameters {
  readonly bsb1: Pick<RateResult, "rate" | "stability">;
  readonly runs: number;
  readonly seed: number;
  readonly width: number;
  readonly basins: readonly Basin[];
}

function commonOf(network: Dynamics["bsb1"]) {
  const { activation, batch, epsilon, gamma, beta, weightVariance, rate, stability } = rateResult(network);
  return { parameters: { activation, batch, epsilon, gamma, beta, weightVariance }, bsb1: { rate, stability } };
}

export function dynamicsResult(found: Dynamics): DynamicsResult {
  const { kind, blocks, attractor, period, rate, seed, width, layers, path, notes } = found;
  const { parameters, bsb1 } = commonOf(found.bsb1);
  const depthScale = rate === null ? null : depthScaleOf(rate);
  return {
    ...parameters,
    ...{ kind, blocks, merged: attractor?.merged ?? [], period, rate, depthScale },
    trainableDepth: depthScale === null ? null : 16 * depthScale.value,
    covariance: attractor?.covariance ?? null,
    growth: attractor?.growth ?? null,
    residual: attractor?.residual ?? null,
    ...{ bsb1, seed, width, layers, path, notes },
  };
}

export function basinsResult({ bsb1: network, runs, seed, width, basins }: Basins): BasinsResult {
  const { parameters, bsb1 } = commonOf(network);
  return { ...parameters, bsb1, runs, seed, width, basins };
}
