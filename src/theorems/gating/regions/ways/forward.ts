/** Preactivations layer by layer in doubles, as Eqns. 2 and 4 say them. */
import { dot } from "../../../../numeric/linearAlgebra/vectors.js";
import type { GateKind } from "../../../../theory/gating/regions/patternCells.js";
import type { Gates } from "./randomGates.js";

/** eta_l = W_l eta_{l-1} + b_l, or W_l relu(eta_{l-1}) + b_l. */
export function preactivations({ W, b }: Gates, x: readonly number[], kind: GateKind): number[][] {
  const all: number[][] = [];
  for (const [l, rows] of W.entries()) {
    const below = all.at(-1) ?? x;
    const sent = l === 0 || kind === "linear" ? below : below.map((value) => Math.max(0, value));
    all.push(rows.map((row, i) => dot(row, sent) + b[l]![i]!));
  }
  return all;
}

/** Whether each gate is open, at 0 too. */
export const openGates = (gates: Gates, x: readonly number[], kind: GateKind): boolean[][] =>
  preactivations(gates, x, kind).map((layer) => layer.map((value) => value >= 0));

/** The product over layers of the number of open gates. */
export const openPaths = (open: readonly (readonly boolean[])[]): number =>
  open.reduce((product, layer) => product * layer.filter((is) => is).length, 1);

export const isOpenAlong = (open: readonly (readonly boolean[])[], path: readonly number[]): boolean =>
  path.every((neuron, l) => open[l]![neuron]!);

/** The gates as one text of bits. */
export const bitsOf = (open: readonly (readonly boolean[])[]): string =>
  open.map((layer) => layer.map(Number).join("")).join("|");
