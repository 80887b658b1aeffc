/** The networks of the view, in plain data: what the address, the page and the workers agree on. */
import type { WeightMatrices } from "../../../simulation/gating/weightMatrices.js";

/** "fixed": gates stay as they start. */
export const networkKinds = ["dlgn", "dlgn-fixed", "dlgn-pwc", "dlgn-pwc-fixed", "relu"] as const;
export type NetworkKind = (typeof networkKinds)[number];

export const kindWords: Readonly<Record<NetworkKind, string>> = {
  dlgn: "DLGN",
  "dlgn-fixed": "DLGN, fixed gates",
  "dlgn-pwc": "DLGN-PWC",
  "dlgn-pwc-fixed": "DLGN-PWC, fixed gates",
  relu: "ReLU",
};

export const frequencyChoices = ["slow on top", "swapped", "equal"] as const;
export type Frequencies = (typeof frequencyChoices)[number];

export interface CircleNetwork {
  readonly kind: NetworkKind;
  /** Of the gates in training; not used by ReLU networks. */
  readonly beta: number;
  /** Nodes of each hidden layer. */
  readonly width: number;
  /** Hidden layers. */
  readonly depth: number;
  readonly frequencies: Frequencies;
}

export const modelOf = (kind: NetworkKind) =>
  kind === "relu" ? "relu" : kind.startsWith("dlgn-pwc") ? "dlgn-pwc" : "dlgn";
export const isFixed = (kind: NetworkKind): boolean => kind.endsWith("-fixed");

/** A network after some epochs of training. */
export interface CircleRecord {
  readonly epoch: number;
  /** Mean squared errors: of all points, of those on the top half of the circle, and below. */
  readonly loss: number;
  readonly top: number;
  readonly below: number;
  /** Mean numbers of active paths, with step gates. */
  readonly pathsTop: number;
  readonly pathsBelow: number;
  /** The share of the neurons of the last hidden layer whose half-plane points up, within 45 degrees; null for ReLU. */
  readonly upward: number | null;
  /** Six digits of each. */
  readonly weights: WeightMatrices;
}

/** Each epoch to 20, each fifth to 300, then each fiftieth, and the last one. */
export const recordedEpochs = (last: number): readonly number[] =>
  Array.from({ length: last + 1 }, (_, epoch) => epoch).filter(
    (epoch) => epoch <= 20 || (epoch <= 300 ? epoch % 5 === 0 : epoch % 50 === 0) || epoch === last,
  );

/** A path, written with neurons from 1: "3-1-7". Null for other text, or neurons that the network does not have. */
export function readPath(text: string, { width, depth }: Pick<CircleNetwork, "width" | "depth">): number[] | null {
  if (!/^\d{1,4}(-\d{1,4}){0,63}$/.test(text)) return null;
  const path = text.split("-").map((neuron) => Number(neuron) - 1);
  return path.length === depth && path.every((neuron) => neuron >= 0 && neuron < width) ? path : null;
}

export const pathText = (path: readonly number[]): string => path.map((neuron) => neuron + 1).join("-");
