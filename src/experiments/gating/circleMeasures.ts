/** What is read off a network that was trained on the circle, whose points come in the order of their angles: the first half is the top. */

import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import type { TrainedWeights } from "../../simulation/gating/settings.js";
import { type WeightMatrices, weightMatrices } from "../../simulation/gating/weightMatrices.js";
import { type GatedNetwork, gatedNetwork } from "../../theory/gating/network/gatedNetwork.js";
import { normalAngles } from "../../theory/gating/network/gateNormals.js";
import { log10PathMasses } from "../../theory/gating/paths/pathMass.js";
import { mean, rounded } from "../statistics.js";

export interface CircleModel {
  readonly model: "relu" | "dlgn";
  /** Of the gates in training; null for ReLU. */
  readonly beta: number | null;
}

/** Means over the points on top and below. */
export type Halves = readonly [top: number, bottom: number];

export const halvesOf = (values: readonly number[]): Halves => {
  const middle = values.length / 2;
  return [mean(values.slice(0, middle)), mean(values.slice(middle))];
};

/** With step gates: its active paths are counted. */
export const hardNetwork = ({ model }: CircleModel, weights: WeightMatrices): GatedNetwork =>
  gatedNetwork(model, weights);

/** As it is trained. */
export const softNetwork = ({ model, beta }: CircleModel, weights: WeightMatrices): GatedNetwork =>
  gatedNetwork(model, weights, beta === null ? {} : { beta });

/**
 * log10 of (1 + mean number of active paths on top) over the same below, of 16^5 paths; the 1 is for networks that have none on one half.
 */
export function imbalance(network: GatedNetwork, points: Matrix): number {
  const [top, bottom] = halvesOf(log10PathMasses(network, points).map((logarithm) => 10 ** logarithm));
  return Math.log10((1 + top) / (1 + bottom));
}

const NARROW = Math.PI / 4;

/** Of each hidden layer of a DLGN, the share of neurons whose half-plane points up, within 45 degrees: a quarter by chance. */
export const upwardShares = (network: GatedNetwork): readonly number[] =>
  network.W.map((_, l) => {
    const angles = normalAngles(network, [0, 1], { layer: l + 1 });
    return angles.filter((angle) => angle !== null && angle < NARROW).length / angles.length;
  });

/** As stored: six digits. */
export function storedWeights(weights: TrainedWeights): WeightMatrices {
  const { W, U } = weightMatrices(weights);
  const short = (layers: readonly Matrix[]) => layers.map((rows) => rows.map((row) => row.map((w) => rounded(w, 6))));
  return { W: short(W), ...(U && { U: short(U) }) };
}
